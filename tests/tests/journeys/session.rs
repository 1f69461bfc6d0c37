//! Without a keychain: secrets for this session only, then in the keychain that came up meanwhile.

use journeys::{World, WorldOptions, world};

use crate::look::look;
use crate::{SECRET, add_account, stand_in};

#[tokio::test(flavor = "multi_thread")]
async fn without_a_keychain_secrets_stay_in_memory_until_one_answers() {
    let folder = tempfile::tempdir().unwrap();
    let server = stand_in(folder.path().to_path_buf(), 0).await;
    let mut world = World::new("session", WorldOptions::default());
    let app = world.open().await;
    let pictures = world::program("journeys", "session");
    app.press("nav-accounts").await;
    app.press("keychain-session").await;
    app.see("keychain-in-memory").await;
    add_account(&app, server.url(), SECRET).await;
    app.gone("account-dialog").await;
    app.see("check-line-recording").await;
    app.press("account-duplicate").await;
    app.says("secrets-to-add", "1 secret to add").await;
    look(&app, &pictures, "accounts").await;

    world.start_keychain(true);
    assert!(!world.keychain_has(SECRET), "it was in memory only");
    app.press("keychain-move").await;
    app.gone("keychain-in-memory").await;
    assert!(world.keychain_has(SECRET), "it has moved");
    world.close(app).await;
    server.shutdown().await;
}
