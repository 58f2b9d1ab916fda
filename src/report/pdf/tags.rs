//! The tree that says what is a heading, a list or a table, apart from where it stands on a page.
//!
//! Grown while the pages are laid out, with a number for every piece of them; a piece gets its mark in the file when its
//! page is drawn, and only then the tree of the library is made. Not for what is decoration: that has no number.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// The tree while it grows.
#[derive(Default)]
pub(super) struct Tags {
    nodes: Vec<(TagKind, Vec<Child>)>,
    roots: Vec<Vec<usize>>,
    leaves: usize,
}

#[derive(Clone, Copy)]
enum Child {
    Node(usize),
    Leaf(usize),
}

impl Tags {
    /// Begins a part of the document; parts stand in the order of `tree`'s `order`.
    pub(super) fn part(&mut self) -> usize {
        self.roots.push(Vec::new());
        self.roots.len() - 1
    }

    /// A node at the top of a part.
    pub(super) fn top(&mut self, part: usize, tag: impl Into<TagKind>) -> usize {
        self.nodes.push((tag.into(), Vec::new()));
        self.roots[part].push(self.nodes.len() - 1);
        self.nodes.len() - 1
    }

    /// A node below another.
    pub(super) fn below(&mut self, parent: usize, tag: impl Into<TagKind>) -> usize {
        self.nodes.push((tag.into(), Vec::new()));
        let node = self.nodes.len() - 1;
        self.nodes[parent].1.push(Child::Node(node));
        node
    }

    /// A piece of a page that belongs to a node.
    pub(super) fn leaf(&mut self, parent: usize) -> usize {
        self.leaves += 1;
        self.nodes[parent].1.push(Child::Leaf(self.leaves - 1));
        self.leaves - 1
    }

    /// How many pieces there are.
    pub(super) fn leaves(&self) -> usize {
        self.leaves
    }

    /// The tree, with the parts in this order; `marks` are what the pieces became.
    pub(super) fn tree(mut self, order: &[usize], marks: &mut [Option<Identifier>]) -> TagTree {
        let mut tree = TagTree::new();
        let roots: Vec<usize> = order.iter().flat_map(|part| std::mem::take(&mut self.roots[*part])).collect();
        for root in roots {
            tree.push(self.group(root, marks));
        }
        tree
    }

    /// Nodes are no deeper than lists in lists are.
    fn group(&mut self, node: usize, marks: &mut [Option<Identifier>]) -> TagGroup {
        let (tag, children) = std::mem::replace(&mut self.nodes[node], (krilla::tagging::Tag::Div.into(), Vec::new()));
        let mut group = TagGroup::new(tag);
        for child in children {
            match child {
                Child::Node(node) => group.push(Node::Group(self.group(node, marks))),
                Child::Leaf(leaf) => {
                    if let Some(mark) = marks.get_mut(leaf).and_then(Option::take) {
                        group.push(mark);
                    }
                }
            }
        }
        group
    }
}
