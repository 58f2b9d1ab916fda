//! Reads what is spelled as the program spells it, at a fraction of the cost.
//!
//! Nearly every file that is read was written by this program, and opening one table of a large hall means reading millions of
//! letters. The RON library weighs every letter against all that RON can be; this reader knows the part of it that our writer
//! and careful people use: structs, lists, maps, plain numbers, strings with the usual escapes, line comments. At anything
//! else it gives up, and so does it at every mistake and every field that a type does not know: it gives nothing, and
//! [`super::read()`] reads the text again with the library, which knows all of RON and whose places the mistakes are told by.
//!
//! **The promise**: what is read here is what the library would have read, to the letter, and nothing is read here that the
//! library would refuse; a property holds that for files of every kind with every kind of damage. So it also counts how deep
//! brackets are nested as the library does. Called by `read` only.

mod letters;

use self::letters::{Read, Reader, Unsure};
use super::MOST_NESTED_READ;
use serde::de::{self, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use std::borrow::Cow;

/// The value that a text spells; nothing if it takes a closer look.
pub(crate) fn read<'de, T: de::Deserialize<'de>>(text: &'de str) -> Option<T> {
    let mut reader = Reader { text, at: 0, room: MOST_NESTED_READ, inlined: false, outermost: true };
    reader.space().ok()?;
    let value = T::deserialize(&mut reader).ok()?;
    reader.space().ok()?;
    (reader.at == text.len()).then_some(value)
}

impl<'de> Reader<'de> {
    /// What stands between an opening bracket and its end; the bracket may have been read already.
    fn between<T>(&mut self, open: u8, close: u8, read: impl FnOnce(&mut List<'_, 'de>) -> Read<T>) -> Read<T> {
        let inlined = std::mem::take(&mut self.inlined);
        if !inlined {
            self.must(open)?;
        }
        self.outermost = false;
        let value = self.deeper(|reader| read(&mut List { reader, close, comma: true }))?;
        self.space()?;
        if !inlined {
            self.must(close)?;
        }
        Ok(value)
    }

    /// What stands in the brackets of a variant or of `Some`.
    fn held<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        self.must(b'(')?;
        self.outermost = false;
        self.space()?;
        self.inlined = true;
        let value = self.deeper(read)?;
        self.inlined = false;
        self.space()?;
        if self.takes(b',') {
            self.space()?;
        }
        self.must(b')')?;
        Ok(value)
    }
}

/// The elements between two brackets.
struct List<'a, 'de> {
    reader: &'a mut Reader<'de>,
    close: u8,
    comma: bool,
}

impl List<'_, '_> {
    fn has_more(&mut self) -> Read<bool> {
        self.reader.space()?;
        let more = self.reader.peek() != Some(self.close);
        if more && !self.comma { Err(Unsure) } else { Ok(more) }
    }

    fn comma(&mut self) -> Read<()> {
        self.reader.space()?;
        self.comma = self.reader.takes(b',');
        Ok(())
    }
}

impl<'de> SeqAccess<'de> for List<'_, 'de> {
    type Error = Unsure;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        if !self.has_more()? {
            return Ok(None);
        }
        let value = self.reader.deeper(|reader| seed.deserialize(reader))?;
        self.comma()?;
        Ok(Some(value))
    }
}

impl<'de> MapAccess<'de> for List<'_, 'de> {
    type Error = Unsure;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        if !self.has_more()? {
            return Ok(None);
        }
        self.reader.deeper(|reader| seed.deserialize(reader)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Read<V::Value> {
        self.reader.space()?;
        self.reader.must(b':')?;
        self.reader.space()?;
        let value = self.reader.deeper(|reader| seed.deserialize(reader))?;
        self.comma()?;
        Ok(value)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Unsure;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Read<(V::Value, Self)> {
        self.space()?;
        let value = self.deeper(|reader| seed.deserialize(reader))?;
        Ok((value, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Unsure;

    fn unit_variant(self) -> Read<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Read<T::Value> {
        self.space()?;
        self.held(|reader| seed.deserialize(reader))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Read<V::Value> {
        self.space()?;
        self.between(b'(', b')', |list| visitor.visit_seq(list))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Read<V::Value> {
        self.space()?;
        self.between(b'(', b')', |list| visitor.visit_map(list))
    }
}

/// Reads a number of a type as the widest of its kind; what does not fit the type is refused by it.
macro_rules! numbers {
    ($($name:ident $read:ident $visit:ident)*) => { $(
        fn $name<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
            let number = self.$read()?;
            visitor.$visit(number)
        }
    )* };
}

/// What is not spelled so by the program.
macro_rules! unsure {
    ($($name:ident)*) => { $(
        fn $name<V: Visitor<'de>>(self, _: V) -> Read<V::Value> {
            Err(Unsure)
        }
    )* };
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = Unsure;

    numbers! {
        deserialize_u8 whole visit_u64 deserialize_u16 whole visit_u64
        deserialize_u32 whole visit_u64 deserialize_u64 whole visit_u64
        deserialize_i8 signed visit_i64 deserialize_i16 signed visit_i64
        deserialize_i32 signed visit_i64 deserialize_i64 signed visit_i64
        deserialize_f64 decimal visit_f64
    }

    unsure! {
        deserialize_any deserialize_ignored_any deserialize_f32 deserialize_i128 deserialize_u128
        deserialize_bytes deserialize_byte_buf
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.word()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Unsure),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.must(b'\'')?;
        let letter = self.text[self.at..].chars().next().filter(|letter| !matches!(letter, '\\' | '\''));
        let letter = letter.ok_or(Unsure)?;
        self.at += letter.len_utf8();
        self.must(b'\'')?;
        visitor.visit_char(letter)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.quoted()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.word()? {
            "" => Err(Unsure),
            word => visitor.visit_borrowed_str(word),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let start = self.at;
        match self.word()? {
            "None" => visitor.visit_none(),
            "Some" => {
                self.space()?;
                self.held(|reader| visitor.visit_some(reader))
            }
            _ => {
                self.at = start;
                self.deeper(|reader| visitor.visit_some(reader))
            }
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if !std::mem::take(&mut self.inlined) {
            self.must(b'(')?;
            self.must(b')')?;
        }
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, _: V) -> Read<V::Value> {
        Err(Unsure)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        self.inlined = false;
        self.deeper(|reader| visitor.visit_newtype_struct(reader))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.inlined = false;
        self.between(b'[', b']', |list| visitor.visit_seq(list))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Read<V::Value> {
        self.between(b'(', b')', |list| visitor.visit_seq(list))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(self, name: &'static str, _: usize, visitor: V) -> Read<V::Value> {
        self.name(name)?;
        self.between(b'(', b')', |list| visitor.visit_seq(list))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.inlined = false;
        self.between(b'{', b'}', |list| visitor.visit_map(list))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.name(name)?;
        self.between(b'(', b')', |list| visitor.visit_map(list))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        (self.inlined, self.outermost) = (false, false);
        self.deeper(|reader| visitor.visit_enum(reader))
    }
}

#[cfg(test)]
mod tests;
