//! One adapter for each command of the studio's list.

use studio::types::*;
use tauri::ipc::Invoke;

use crate::studio_host::StudioHost;

include!("../../crates/studio/src/command_list.rs");

macro_rules! adapters {
    ($($name:ident($request:ty) -> $answer:ty;)*) => {
        $(
            #[tauri::command]
            async fn $name(
                host: tauri::State<'_, StudioHost>,
                req: $request,
            ) -> Result<$answer, Failure> {
                Box::pin(host.core().await?.$name(req)).await
            }
        )*

        /// Answers the page's calls.
        pub fn handler() -> impl Fn(Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),*]
        }
    };
}
for_each_command!(adapters);
