//! Each call against the practice service inside the app, from the form; and what the form refuses.

use std::time::{Duration, Instant};

use journeys::{App, World, WorldOptions};

use super::screen;

const IDLE: &str = "/clientRequest/recordingConfig/maxIdleTime";
const SOUND: &str = "/clientRequest/streamSubscribe/audioUidList/subscribeAudioUids";
const STORAGE: &str = "/clientRequest/storageConfig";

/// Acquires a recorder and starts it, as the form's one button does.
pub async fn start(app: &App, channel: &str, uid: &str) {
    screen::go_to_call(app, "start").await;
    screen::fill(app, "/cname", channel).await;
    screen::fill(app, "/uid", uid).await;
    screen::choose_in_menu(app, &format!("fill:{STORAGE}"), "Practice folder").await;
    app.press("console-both").await;
    screen::answered(app, "start", "200").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_call_is_sent_and_answered() {
    let mut world = World::new("console-calls", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    start(&app, "board-sync", "527841").await;
    assert!(
        !screen::value(&app, "@resourceid").await.is_empty(),
        "what acquire gave is there for the calls after it"
    );

    app.press("answer-next-query").await;
    screen::answered(&app, "query", "200").await;
    until_it_records(&app).await;

    app.press("answer-next-people").await;
    screen::answered(&app, "channelUsers", "200").await;
    app.see("people").await;

    screen::go_to_call(&app, "updateLayout").await;
    assert_eq!(
        screen::value(&app, "/cname").await,
        "board-sync",
        "the channel is typed once"
    );
    screen::pick(&app, "/clientRequest/mixedVideoLayout", "1").await;
    screen::send(&app, "updateLayout", "200").await;

    screen::go_to_call(&app, "update").await;
    screen::fill_chips(&app, SOUND, "11").await;
    screen::send(&app, "update", "200").await;
    stop(&app).await;

    screen::go_to_call(&app, "acquire").await;
    screen::send(&app, "acquire", "200").await;
    app.says("answer", "resourceId").await;
    world.close(app).await;
}

async fn until_it_records(app: &App) {
    let begun = Instant::now();
    while !app
        .text("answer-tree")
        .await
        .contains("Recording and saving")
    {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "it records: {}",
            app.text("answer-tree").await
        );
        tokio::time::sleep(Duration::from_millis(500)).await;
        app.press("answer-next-again").await;
        screen::answered(app, "query", "200").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn people_by_themselves_and_pages_are_recorded_too() {
    let mut world = World::new("console-modes", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    screen::go_to_call(&app, "start").await;
    screen::choose(&app, "console-mode", "individual").await;
    screen::pick(
        &app,
        "/clientRequest/recordingConfig/subscribeUidGroup",
        "0",
    )
    .await;
    start(&app, "one-leaves", "527842").await;
    app.press("answer-next-query").await;
    screen::answered(&app, "query", "200").await;
    until_it_records(&app).await;
    screen::go_to_call(&app, "update").await;
    screen::fill_chips(&app, SOUND, "1001").await;
    screen::send(&app, "update", "200").await;
    stop(&app).await;

    screen::go_to_call(&app, "start").await;
    screen::choose(&app, "console-mode", "web").await;
    assert!(
        !app.has("field:/clientRequest/recordingConfig/subscribeUidGroup")
            .await,
        "what has no use for a page is not shown"
    );
    let services = "/clientRequest/extensionServiceConfig/extensionServices";
    screen::click(&app, &screen::by_id(&format!("add:{services}"))).await;
    screen::pick(
        &app,
        &format!("{services}/0/serviceName"),
        "\"web_recorder_service\"",
    )
    .await;
    let page = format!("{services}/0/serviceParam");
    screen::fill(&app, &format!("{page}/url"), "https://example.com/lesson").await;
    screen::pick(&app, &format!("{page}/audioProfile"), "0").await;
    for (name, number) in [
        ("videoWidth", "1280"),
        ("videoHeight", "720"),
        ("maxRecordingHour", "1"),
    ] {
        screen::fill(&app, &format!("{page}/{name}"), number).await;
    }
    start(&app, "lesson", "527843").await;
    app.press("answer-next-query").await;
    screen::answered(&app, "query", "200").await;
    app.says("answer-tree", "web_recorder_service").await;
    until_it_records(&app).await;
    screen::go_to_call(&app, "update").await;
    screen::press_field(&app, "/clientRequest/webRecordingConfig/onhold").await;
    screen::send(&app, "update", "200").await;
    stop(&app).await;
    world.close(app).await;
}

async fn stop(app: &App) {
    screen::go_to_call(app, "stop").await;
    screen::send(app, "stop", "200").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_would_refuse_is_said_at_its_field() {
    let mut world = World::new("console-refused", WorldOptions::default());
    let app = world.open().await;
    screen::open(&app).await;
    screen::go_to_call(&app, "acquire").await;
    screen::fill(&app, "/cname", "room 9é").await;
    screen::fill(&app, "/uid", "0").await;
    app.says("issue:/cname", "é").await;
    app.says("issue:/uid", "4294967295").await;
    app.press("console-send").await;
    app.see("console-anyway").await;
    assert!(
        app.has("answer-empty").await,
        "nothing is sent that is known to be refused"
    );
    // Whoever wants to see the refusal can.
    app.press("console-anyway").await;
    screen::answered(&app, "acquire", "400").await;
    let words = app.see("answer-words").await;
    assert_eq!(
        words.attr("data-outcome").await.unwrap().as_deref(),
        Some("failed")
    );
    app.says("answer-words", "What to do").await;

    screen::fill(&app, "/cname", "board-sync").await;
    app.gone("issue:/cname").await;
    screen::fill(&app, "/uid", "77").await;
    app.gone("issue:/uid").await;

    screen::go_to_call(&app, "start").await;
    screen::fill(&app, IDLE, "3").await;
    app.says(&format!("issue:{IDLE}"), "5").await;
    app.press("console-send").await;
    assert_eq!(screen::value(&app, IDLE).await, "3", "what was typed stays");
    world.close(app).await;
}
