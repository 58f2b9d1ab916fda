/* Stands between the program and the disk: writes down every call, makes one of them fail, or ends the program there.
 *
 * Not for the terminal, the libraries or anything else outside the data folder: those calls go through untouched, and do not
 * count. Built by `shim.rs` with the C compiler that the linker needs anyway, and put under the real program with
 * LD_PRELOAD. Linux only.
 *
 *   FAULTS_UNDER  the data folder, as an absolute path without links
 *   FAULTS_LOG    a file outside it; one line for every call, in the order in which they were made
 *   FAULTS_CALL   only calls of this name are meant and counted; all of them without it
 *   FAULTS_AT     which call is meant, counted from 1
 *   FAULTS_DO     what happens to it:
 *                   eio enospc eacces   it fails so
 *                   short               a write takes half of its bytes; any other call is as usual
 *                   full                a write takes half of its bytes, and the next of that file fails with ENOSPC
 *                   before after        the program is killed before it, or after it
 *                   half                the program is killed when half of the bytes are written
 *   FAULTS_ON     set: it goes on failing so from then on
 *
 * A line of the log: number, nanoseconds when it began and when it ended (a clock that never goes back), the call, what it
 * gave (or minus the error), and what it was about, all with tabs between. Files are named by their inode: names change.
 * A descriptor that was duplicated is not followed; the program does not do that.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define FILES 4096

enum fault { NONE, ERR, SHORT, FULL, BEFORE, AFTER, HALF };

static char under[PATH_MAX];
static size_t under_len;
static int log_fd = -1;
static long at = 0;
static int on = 0;
static enum fault what = NONE;
static int error_given = 0;
static long count = 0, alike = 0;
static const char *meant = NULL;
static int full_fd = -1;
/* The inode of what is open below the data folder, by descriptor; 0 for everything else. */
static ino_t open_there[FILES];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *folder = getenv("FAULTS_UNDER"), *log = getenv("FAULTS_LOG");
    const char *which = getenv("FAULTS_AT"), *does = getenv("FAULTS_DO");
    if (!folder) return;
    snprintf(under, sizeof under, "%s", folder);
    under_len = strlen(under);
    if (log) {
        int fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        /* high, so that the numbers of the program's own files are as they always are */
        log_fd = fcntl(fd, F_DUPFD_CLOEXEC, 900);
        syscall(SYS_close, fd);
    }
    meant = getenv("FAULTS_CALL");
    if (which) at = atol(which);
    on = getenv("FAULTS_ON") != NULL;
    if (!does) return;
    if (!strcmp(does, "eio")) what = ERR, error_given = EIO;
    if (!strcmp(does, "enospc")) what = ERR, error_given = ENOSPC;
    if (!strcmp(does, "eacces")) what = ERR, error_given = EACCES;
    if (!strcmp(does, "short")) what = SHORT;
    if (!strcmp(does, "full")) what = FULL;
    if (!strcmp(does, "before")) what = BEFORE;
    if (!strcmp(does, "after")) what = AFTER;
    if (!strcmp(does, "half")) what = HALF;
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (long long)time.tv_sec * 1000000000LL + time.tv_nsec;
}

/* A path in full, if it lies below the data folder. */
static const char *there(int folder, const char *path, char *full) {
    if (!under_len || !path) return NULL;
    if (path[0] == '/') {
        snprintf(full, PATH_MAX, "%s", path);
    } else {
        char link[64], base[PATH_MAX];
        if (folder == AT_FDCWD) {
            if (!getcwd(base, sizeof base)) return NULL;
        } else {
            snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
            ssize_t len = readlink(link, base, sizeof base - 1);
            if (len < 0) return NULL;
            base[len] = 0;
        }
        if (snprintf(full, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return NULL;
    }
    size_t len = strlen(full);
    while (len > 1 && full[len - 1] == '/') full[--len] = 0;
    if (strncmp(full, under, under_len)) return NULL;
    return full[under_len] == 0 || full[under_len] == '/' ? full : NULL;
}

static int is_there(int fd) { return under_len && fd >= 0 && fd < FILES && open_there[fd]; }

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* What one call is told before it is made. */
struct call {
    long number;
    long long began;
    enum fault fault;
};

static void put(const char *bytes, size_t len) {
    while (len > 0) {
        long done = syscall(SYS_write, log_fd, bytes, len);
        if (done <= 0) return;
        bytes += done;
        len -= done;
    }
}

static struct call enter(const char *name) {
    pthread_mutex_lock(&turn);
    struct call call = {++count, now(), NONE};
    long nth = !meant || !strcmp(meant, name) ? ++alike : 0;
    pthread_mutex_unlock(&turn);
    if (what != NONE && nth && (nth == at || (on && nth >= at))) call.fault = what;
    if (call.fault == BEFORE) die();
    return call;
}

static void leave(struct call call, const char *name, long gave, const char *about, const char *bytes, size_t len) {
    int kept = errno;
    if (log_fd >= 0) {
        size_t room = strlen(about) + 2 * len + 256;
        char *line = malloc(room);
        size_t used = snprintf(line, room, "%ld\t%lld\t%lld\t%s\t%ld\t%s\t", call.number, call.began, now(), name,
                               gave < 0 ? -(long)kept : gave, about);
        for (size_t i = 0; i < len; i++) used += snprintf(line + used, 3, "%02x", (unsigned char)bytes[i]);
        line[used++] = '\n';
        pthread_mutex_lock(&turn);
        put(line, used);
        pthread_mutex_unlock(&turn);
        free(line);
    }
    if (call.fault == AFTER) die();
    errno = kept;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAILS(call) ((call).fault == ERR ? (errno = error_given, 1) : 0)

/* open */

static int opened(const char *name, int folder, const char *path, int flags, mode_t mode) {
    char full[PATH_MAX], about[PATH_MAX + 64];
    if (!there(folder, path, full)) return syscall(SYS_openat, folder, path, flags, mode);
    struct call call = enter(name);
    struct stat before, told = {0};
    int is_new = fstatat(AT_FDCWD, full, &before, 0) != 0;
    int fd = FAILS(call) ? -1 : (int)syscall(SYS_openat, folder, path, flags, mode);
    int kept = errno;
    if (fd >= 0) {
        fstat(fd, &told);
        if (fd < FILES) open_there[fd] = told.st_ino;
    }
    const char *way = fd >= 0 && is_new && flags & O_CREAT ? "new" : flags & O_TRUNC ? "empty" : "old";
    snprintf(about, sizeof about, "%s\t%lu\t%s", full + under_len, (unsigned long)told.st_ino, way);
    errno = kept;
    leave(call, name, fd, about, NULL, 0);
    return fd;
}

#define MODE(flags)                                      \
    mode_t mode = 0;                                     \
    if ((flags) & O_CREAT || ((flags) & O_TMPFILE) == O_TMPFILE) { \
        va_list rest;                                    \
        va_start(rest, flags);                           \
        mode = va_arg(rest, mode_t);                     \
        va_end(rest);                                    \
    }

int open(const char *path, int flags, ...) {
    MODE(flags)
    return opened("open", AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE(flags)
    return opened("open", AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return opened("open", folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
    MODE(flags)
    return opened("open", folder, path, flags, mode);
}
DIR *opendir(const char *path) {
    char full[PATH_MAX];
    if (!there(AT_FDCWD, path, full)) return REAL(opendir)(path);
    struct call call = enter("opendir");
    DIR *folder = FAILS(call) ? NULL : REAL(opendir)(path);
    leave(call, "opendir", folder ? 0 : -1, full + under_len, NULL, 0);
    return folder;
}
int close(int fd) {
    if (!is_there(fd)) return syscall(SYS_close, fd);
    char about[32];
    snprintf(about, sizeof about, "%lu", (unsigned long)open_there[fd]);
    struct call call = enter("close");
    open_there[fd] = 0;
    int gave = syscall(SYS_close, fd); /* Linux closes it whatever it says */
    if (FAILS(call)) gave = -1;
    leave(call, "close", gave, about, NULL, 0);
    return gave;
}

/* reading: only that it can fail */

ssize_t read(int fd, void *bytes, size_t len) {
    if (!is_there(fd)) return syscall(SYS_read, fd, bytes, len);
    char about[32];
    snprintf(about, sizeof about, "%lu", (unsigned long)open_there[fd]);
    struct call call = enter("read");
    ssize_t gave = FAILS(call) ? -1 : syscall(SYS_read, fd, bytes, len);
    leave(call, "read", gave, about, NULL, 0);
    return gave;
}

/* writing */

static ssize_t wrote(int fd, const void *bytes, size_t len, off_t to) {
    struct call call = enter("write");
    char about[64];
    struct stat told;
    fstat(fd, &told);
    off_t from = to >= 0 ? to : fcntl(fd, F_GETFL) & O_APPEND ? told.st_size : lseek(fd, 0, SEEK_CUR);
    snprintf(about, sizeof about, "%lu\t%lld", (unsigned long)open_there[fd], (long long)from);
    size_t some = call.fault == SHORT || call.fault == FULL || call.fault == HALF ? len / 2 : len;
    ssize_t gave = -1;
    if (full_fd == fd) {
        full_fd = -1;
        errno = ENOSPC;
    } else if (!FAILS(call)) {
        gave = to >= 0 ? syscall(SYS_pwrite64, fd, bytes, some, to) : syscall(SYS_write, fd, bytes, some);
    }
    if (call.fault == FULL) full_fd = fd;
    if (call.fault == HALF) call.fault = AFTER;
    leave(call, "write", gave, about, bytes, gave > 0 ? gave : 0);
    return gave;
}
ssize_t write(int fd, const void *bytes, size_t len) {
    return is_there(fd) ? wrote(fd, bytes, len, -1) : syscall(SYS_write, fd, bytes, len);
}
ssize_t pwrite(int fd, const void *bytes, size_t len, off_t to) {
    return is_there(fd) ? wrote(fd, bytes, len, to) : syscall(SYS_pwrite64, fd, bytes, len, to);
}
ssize_t pwrite64(int fd, const void *bytes, size_t len, off64_t to) { return pwrite(fd, bytes, len, to); }
ssize_t writev(int fd, const struct iovec *parts, int number) {
    if (!is_there(fd)) return syscall(SYS_writev, fd, parts, number);
    /* the first part alone: who calls it must be ready for that */
    for (int i = 0; i < number; i++)
        if (parts[i].iov_len) return wrote(fd, parts[i].iov_base, parts[i].iov_len, -1);
    return 0;
}
/* ways to copy inside the kernel: there are none here, so that what is copied passes through read and write */
ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t len, unsigned flags) {
    if (is_there(in) || is_there(out)) return errno = EXDEV, -1;
    return syscall(SYS_copy_file_range, in, in_at, out, out_at, len, flags);
}
ssize_t sendfile64(int out, int in, off64_t *from, size_t len) {
    if (is_there(in) || is_there(out)) return errno = EINVAL, -1;
    return syscall(SYS_sendfile, out, in, from, len);
}
ssize_t sendfile(int out, int in, off_t *from, size_t len) { return sendfile64(out, in, from, len); }
int ftruncate(int fd, off_t len) {
    if (!is_there(fd)) return syscall(SYS_ftruncate, fd, len);
    struct call call = enter("cut");
    char about[64];
    snprintf(about, sizeof about, "%lu\t%lld", (unsigned long)open_there[fd], (long long)len);
    int gave = FAILS(call) ? -1 : (int)syscall(SYS_ftruncate, fd, len);
    leave(call, "cut", gave, about, NULL, 0);
    return gave;
}
int ftruncate64(int fd, off64_t len) { return ftruncate(fd, len); }

/* securing */

static int secured(int fd, long number) {
    if (!is_there(fd)) return syscall(number, fd);
    struct call call = enter("sync");
    char about[32];
    snprintf(about, sizeof about, "%lu", (unsigned long)open_there[fd]);
    int gave = FAILS(call) ? -1 : (int)syscall(number, fd);
    leave(call, "sync", gave, about, NULL, 0);
    return gave;
}
int fsync(int fd) { return secured(fd, SYS_fsync); }
int fdatasync(int fd) { return secured(fd, SYS_fdatasync); }

/* names */

static ino_t inode(const char *path) {
    struct stat told;
    return fstatat(AT_FDCWD, path, &told, AT_SYMLINK_NOFOLLOW) ? 0 : told.st_ino;
}
int mkdirat(int folder, const char *path, mode_t mode) {
    char full[PATH_MAX], about[PATH_MAX + 64];
    if (!there(folder, path, full)) return syscall(SYS_mkdirat, folder, path, mode);
    struct call call = enter("mkdir");
    int gave = FAILS(call) ? -1 : (int)syscall(SYS_mkdirat, folder, path, mode);
    int kept = errno;
    snprintf(about, sizeof about, "%s\t%lu", full + under_len, (unsigned long)inode(full));
    errno = kept;
    leave(call, "mkdir", gave, about, NULL, 0);
    return gave;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

static int two(const char *name, int from, const char *old, int to, const char *path, long number, unsigned flags) {
    char one[PATH_MAX], other[PATH_MAX], about[2 * PATH_MAX];
    const char *here = there(from, old, one), *away = there(to, path, other);
    if (!here && !away) return syscall(number, from, old, to, path, flags);
    struct call call = enter(name);
    int gave = FAILS(call) ? -1 : (int)syscall(number, from, old, to, path, flags);
    /* an empty name is one outside the data folder */
    snprintf(about, sizeof about, "%s\t%s", here ? one + under_len : "", away ? other + under_len : "");
    leave(call, name, gave, about, NULL, 0);
    return gave;
}
int renameat2(int from, const char *old, int to, const char *path, unsigned flags) {
    return two("rename", from, old, to, path, SYS_renameat2, flags);
}
int renameat(int from, const char *old, int to, const char *path) { return renameat2(from, old, to, path, 0); }
int rename(const char *old, const char *path) { return renameat2(AT_FDCWD, old, AT_FDCWD, path, 0); }
int linkat(int from, const char *old, int to, const char *path, int flags) {
    return two("link", from, old, to, path, SYS_linkat, flags);
}
int link(const char *old, const char *path) { return linkat(AT_FDCWD, old, AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) {
    char full[PATH_MAX];
    if (!there(folder, path, full)) return syscall(SYS_unlinkat, folder, path, flags);
    struct call call = enter("unlink");
    int gave = FAILS(call) ? -1 : (int)syscall(SYS_unlinkat, folder, path, flags);
    leave(call, "unlink", gave, full + under_len, NULL, 0);
    return gave;
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
