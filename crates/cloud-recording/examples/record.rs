//! Records a channel for a while: acquire, start, watch, stop, and the files.
//!
//! ```text
//! CUSTOMER_SECRET=… SECRET_KEY=… cargo run -p cloud-recording --example record -- \
//!     --base-url http://127.0.0.1:8800 --app-id A --customer-id K --channel standup \
//!     --seconds 30 --vendor 1 --region 0 --bucket B --access-key K
//! ```
//!
//! Without `--base-url` it is the service itself. `--uid` is the recorder's own ID (527841),
//! `--token` comes from the environment as RTC_TOKEN where the project has a certificate. Secrets
//! come from the environment, because everybody on a computer can see the arguments of its programs.

mod options;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use cloud_recording::request::{
    AcquireClientRequest, AcquireRequest, RecordingConfig, RecordingFileConfig, StartClientRequest,
    StartRequest, StopClientRequest, StopRequest, StorageConfig, TranscodingConfig,
};
use cloud_recording::{Client, ClientConfig, Error, Hosts, Mode, Secret, Session, contract};
use options::Options;

/// Between two looks at a recording that gets ready.
const LOOK: Duration = Duration::from_secs(2);
/// A recording that is not there by then has failed.
const PATIENCE: Duration = Duration::from_secs(90);

const NAMES: [&str; 10] = [
    "base-url",
    "app-id",
    "customer-id",
    "channel",
    "uid",
    "seconds",
    "vendor",
    "region",
    "bucket",
    "access-key",
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("record: {why}");
            ExitCode::from(1)
        }
    }
}

async fn run() -> Result<(), String> {
    let options = Options::read(&NAMES)?;
    let seconds: u64 = options.number("seconds")?.unwrap_or(30);
    let channel = options.required("channel")?;
    let recorder = options.get("uid").unwrap_or("527841");
    let client = client(&options)?;
    let start = start(&options, channel, recorder)?;
    // Everything that the service would refuse is known before anything is reserved.
    let issues = contract::check(
        cloud_recording::Call::Start,
        Some(Mode::Mix),
        &start.to_wire(),
    );
    for issue in &issues {
        println!("{:?} at {}: {:?}", issue.severity, issue.path, issue.code);
    }
    if issues
        .iter()
        .any(|issue| issue.severity == contract::Severity::Error)
    {
        return Err("the request would be refused".to_owned());
    }
    record(&client, &start, Duration::from_secs(seconds))
        .await
        .map_err(|error| error.to_string())
}

fn client(options: &Options) -> Result<Client, String> {
    let secret = environment("CUSTOMER_SECRET")?;
    let mut config = ClientConfig::new(
        options.required("app-id")?,
        options.required("customer-id")?,
        secret,
    );
    if let Some(address) = options.get("base-url") {
        config.hosts = Hosts::custom(address).map_err(|error| error.to_string())?;
    }
    Client::new(config).map_err(|error| error.to_string())
}

fn environment(name: &str) -> Result<Secret, String> {
    std::env::var(name)
        .map(Secret::from)
        .map_err(|_| format!("{name} is not in the environment"))
}

fn start(options: &Options, channel: &str, recorder: &str) -> Result<StartRequest, String> {
    let storage = StorageConfig {
        vendor: options.number("vendor")?.unwrap_or(1),
        region: options.number("region")?.unwrap_or(0),
        bucket: options.required("bucket")?.to_owned(),
        access_key: options.required("access-key")?.into(),
        secret_key: environment("SECRET_KEY")?,
        // A prefix of its own makes the files of a recording findable, whatever happens.
        file_name_prefix: Some(vec!["example".to_owned(), recorder.to_owned()]),
        ..StorageConfig::default()
    };
    let (width, height, fps) = (1280, 720, 30);
    let request = StartClientRequest {
        token: environment("RTC_TOKEN").ok(),
        storage_config: Some(storage),
        recording_config: Some(RecordingConfig {
            channel_type: Some(0),
            max_idle_time: Some(300),
            transcoding_config: Some(TranscodingConfig {
                width: Some(width),
                height: Some(height),
                fps: Some(fps),
                bitrate: Some(contract::recommended_kbps(width, height, fps, false)),
                mixed_video_layout: Some(1),
                ..TranscodingConfig::default()
            }),
            ..RecordingConfig::default()
        }),
        recording_file_config: Some(RecordingFileConfig {
            av_file_type: Some(vec!["hls".to_owned(), "mp4".to_owned()]),
            ..RecordingFileConfig::default()
        }),
        ..StartClientRequest::default()
    };
    Ok(StartRequest::new(channel, recorder, request))
}

async fn record(client: &Client, start: &StartRequest, length: Duration) -> Result<(), Error> {
    let reserve = AcquireRequest::new(&start.cname, &start.uid, AcquireClientRequest::default());
    let resource_id = client.acquire(&reserve).await?.resource_id;
    println!("a recorder is reserved");
    let sid = client.start(&resource_id, Mode::Mix, start).await?.sid;
    println!("started: {sid}");
    let session = Session {
        resource_id,
        sid,
        mode: Mode::Mix,
    };

    // Having a sid does not prove that it records: only status 4 or 5 does.
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        tokio::time::sleep(LOOK).await;
        let status = client.query(&session).await?.status;
        println!(
            "status {}",
            status.map_or("unknown".to_owned(), |status| status.to_string())
        );
        if matches!(status, Some(4..)) {
            break;
        }
    }
    tokio::time::sleep(length).await;

    let stop = StopRequest::new(&start.cname, &start.uid, StopClientRequest::default());
    match client.patient().stop(&session, &stop).await {
        Ok(stopped) => {
            println!(
                "stopped, {}",
                stopped.uploading_text.as_deref().unwrap_or("files follow")
            );
            for file in stopped.file_list {
                println!("file {}", file.file_name);
            }
            Ok(())
        }
        Err(error) if error.is_nothing_recorded() => {
            println!("stopped: nobody sent anything, so there is no file");
            Ok(())
        }
        Err(error) if error.is_already_stopping() || error.is_not_found() => {
            println!("it had ended by itself");
            Ok(())
        }
        Err(error) => Err(error),
    }
}
