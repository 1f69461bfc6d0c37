//! The page's types, written from the ones here: `ui/src/bridge/generated/index.ts`.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::collections::HashSet;

use ts_rs::{Config, TS, TypeVisitor};

use crate::types::*;

/// The whole file: every type that crosses to the page, and the map of commands.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut seen = Seen {
        config: &config,
        done: HashSet::new(),
        declarations: BTreeMap::new(),
    };
    let mut commands = String::new();

    macro_rules! take {
        ($($name:ident($request:ty) -> $answer:ty;)*) => {
            $(
                seen.take::<$request>();
                seen.take::<$answer>();
                commands.push_str(&format!(
                    "  {}: {{ req: {}; res: {} }};\n",
                    stringify!($name),
                    <$request as TS>::name(&config),
                    <$answer as TS>::name(&config),
                ));
            )*
        };
    }
    for_each_command!(take);
    seen.take::<StudioEvent>();
    seen.take::<Failure>();

    let mut file =
        String::from("// Written by `cargo test -p studio` from the Rust types. Do not edit.\n\n");
    for declaration in seen.declarations.values() {
        file.push_str(declaration);
        file.push('\n');
    }
    file.push_str("/** Every command: what it is asked with and what it answers. */\n");
    file.push_str("export type Commands = {\n");
    file.push_str(&commands);
    file.push_str("};\n");
    file
}

struct Seen<'a> {
    config: &'a Config,
    done: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Seen<'_> {
    fn take<T: TS + 'static + ?Sized>(&mut self) {
        self.visit::<T>();
    }
}

impl TypeVisitor for Seen<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.done.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let text = format!("export {}\n", T::decl(self.config));
            self.declarations.insert(T::ident(self.config), text);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
