//! Everything around the app that a desktop would give it.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;

use crate::App;
use crate::process::{Process, free_port, running, wait_until};

/// What a journey wants of its surroundings.
#[derive(Debug, Clone)]
pub struct WorldOptions {
    /// A real Secret Service that is unlocked.
    pub keychain: bool,
    /// Size of the virtual screen.
    pub screen: (u32, u32),
    /// Where the app keeps its data; a fresh folder where there is none.
    pub data: Option<PathBuf>,
    /// Dark rather than light.
    pub dark: bool,
    /// How large the desktop draws letters, in percent of what is usual. The driver knows nothing of it: its places
    /// are as many times farther from the window's corner as the page's own.
    pub text_percent: u32,
    /// The program to drive.
    pub program: PathBuf,
    /// The app chooses how it draws, as it does for a person; the driver can't take pictures of that everywhere.
    pub own_render: bool,
}

impl Default for WorldOptions {
    fn default() -> Self {
        Self {
            keychain: false,
            screen: (1440, 900),
            data: None,
            dark: true,
            text_percent: 100,
            program: program("debug", "roomreel"),
            own_render: false,
        }
    }
}

/// A program that cargo built for `profile`.
pub fn program(profile: &str, name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), PathBuf::from);
    let file = target.join(profile).join(name);
    file.canonicalize().unwrap_or(file)
}

/// A display, a session bus, perhaps a keychain, and a driver. All end with it.
pub struct World {
    pub data: PathBuf,
    pub options: WorldOptions,
    pub name: String,
    pub display: String,
    driver_port: u16,
    bus: String,
    home: TempDir,
    // Dropped in this order: who uses first, who is used last.
    driver: Option<Process>,
    keychain: Option<Process>,
    _window_manager: Process,
    _bus: Process,
    _display: Process,
}

impl World {
    /// Brings everything up. `name` names screenshots and logs.
    pub fn new(name: &str, options: WorldOptions) -> Self {
        let home = tempfile::Builder::new()
            .prefix("roomreel-")
            .tempdir()
            .unwrap();
        for folder in ["data", "config", "cache", "run"] {
            std::fs::create_dir(home.path().join(folder)).unwrap();
        }
        let run = home.path().join("run");
        std::fs::set_permissions(run, std::fs::Permissions::from_mode(0o700)).unwrap();
        let data = options
            .data
            .clone()
            .unwrap_or_else(|| home.path().join("roomreel"));
        let (display_process, display) = start_display(options.screen);
        let (bus_process, bus) = start_bus(home.path());
        let window_manager =
            Process::start(Command::new("openbox").env("DISPLAY", &display), None).unwrap();
        let mut world = Self {
            data,
            name: name.to_owned(),
            display,
            driver_port: 0,
            bus,
            home,
            driver: None,
            keychain: None,
            _window_manager: window_manager,
            _bus: bus_process,
            _display: display_process,
            options,
        };
        if world.options.keychain {
            world.start_keychain(true);
        }
        world
    }

    /// The surroundings as variables.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let folder = |name: &str| self.home.path().join(name).to_string_lossy().into_owned();
        let theme = if self.options.dark {
            "Adwaita:dark"
        } else {
            "Adwaita"
        };
        vec![
            ("DISPLAY", self.display.clone()),
            ("DBUS_SESSION_BUS_ADDRESS", self.bus.clone()),
            ("XDG_DATA_HOME", folder("data")),
            ("XDG_CONFIG_HOME", folder("config")),
            ("XDG_CACHE_HOME", folder("cache")),
            ("XDG_RUNTIME_DIR", folder("run")),
            (
                "ROOMREEL_DATA_DIR",
                self.data.to_string_lossy().into_owned(),
            ),
            ("GTK_THEME", theme.to_owned()),
            (
                "GDK_DPI_SCALE",
                (f64::from(self.options.text_percent) / 100.0).to_string(),
            ),
            ("LANG", "C.UTF-8".to_owned()),
            ("LC_ALL", "C.UTF-8".to_owned()),
        ]
    }

    /// Starts the keychain, unlocked or, where one was made before, locked with nobody to ask.
    pub fn start_keychain(&mut self, unlocked: bool) {
        let mut command = Command::new("gnome-keyring-daemon");
        command.args(["--foreground", "--components=secrets"]);
        if unlocked {
            command.arg("--unlock");
        }
        command.envs(self.environment()).stdin(Stdio::piped());
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let mut process = Process::hold(child.expect("gnome-keyring-daemon is installed"));
        if let Some(mut input) = process.child().stdin.take() {
            input.write_all(b"journey").unwrap();
        }
        self.keychain = Some(process);
        wait_until("the Secret Service", Duration::from_secs(20), || {
            let mut ask = Command::new("gdbus");
            ask.args([
                "call",
                "--session",
                "-d",
                "org.freedesktop.DBus",
                "-o",
                "/org/freedesktop/DBus",
            ]);
            ask.args([
                "-m",
                "org.freedesktop.DBus.NameHasOwner",
                "org.freedesktop.secrets",
            ]);
            let answer = ask.envs(self.environment()).output().unwrap();
            String::from_utf8_lossy(&answer.stdout).contains("true")
        });
    }

    /// Takes the keychain away, as on a desktop that has none.
    pub fn stop_keychain(&mut self) {
        self.keychain = None;
    }

    /// Asks the keychain with the system's own tool, as an independent witness.
    pub fn keychain_has(&self, text: &str) -> bool {
        let mut ask = Command::new("secret-tool");
        ask.args(["search", "--all", "--unlock", "target", "default"])
            .envs(self.environment());
        let answer = ask.output().expect("secret-tool is installed");
        String::from_utf8_lossy(&answer.stdout).contains(text)
    }

    fn start_driver(&mut self) {
        let (port, native) = (free_port(), free_port());
        let mut command = Command::new(driver_program());
        command.args([
            "--port",
            &port.to_string(),
            "--native-port",
            &native.to_string(),
        ]);
        command.envs(self.environment());
        if !self.options.own_render {
            // The driver's own screenshots need the default way of drawing.
            command.env("ROOMREEL_RENDER", "default");
        }
        self.driver = Some(Process::start(&mut command, None).expect("tauri-driver is installed"));
        self.driver_port = port;
        // Both of them: the driver, and the webview's own behind it. Only their ports are knocked at, since
        // the driver would keep a connection from an earlier question and stumble over its end later.
        for (name, port) in [("tauri-driver", port), ("the webview's driver", native)] {
            wait_until(name, Duration::from_secs(20), || {
                TcpStream::connect(("127.0.0.1", port)).is_ok()
            });
        }
    }

    /// Opens the app, under a driver of its own, and waits until it is usable.
    pub async fn open(&mut self) -> App {
        self.driver = None;
        self.start_driver();
        let capabilities = json!({
            "browserName": "wry",
            "tauri:options": { "application": self.options.program },
        });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let serde_json::Value::Object(capabilities) = capabilities {
            builder.capabilities(capabilities);
        }
        let address = format!("http://127.0.0.1:{}", self.driver_port);
        let client = builder
            .connect(&address)
            .await
            .expect("the app opens under the driver");
        App::new(client, self.name.clone()).await
    }

    /// The ids of the app's processes in this world.
    pub fn app_pids(&self) -> Vec<u32> {
        let variable = format!("ROOMREEL_DATA_DIR={}", self.data.to_string_lossy());
        running(&self.options.program, &variable)
    }

    /// Ends the app as a crash would, and the session that drove it.
    pub fn kill_app(&mut self) {
        let pids = self.app_pids();
        assert!(!pids.is_empty(), "the app runs");
        for pid in pids {
            crate::process::kill_now(pid);
        }
        wait_until("the app's end", Duration::from_secs(10), || {
            self.app_pids().is_empty()
        });
        self.driver = None;
    }

    /// Closes the app's session and sees to it that the app is gone.
    pub async fn close(&mut self, app: App) {
        let _ = app.client.close().await;
        let gone = || self.app_pids().is_empty();
        let begun = std::time::Instant::now();
        while !gone() && begun.elapsed() < Duration::from_secs(5) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        // The app can outlive its session.
        for pid in self.app_pids() {
            let _ = Command::new("kill").arg(pid.to_string()).status();
        }
        wait_until("the app's end", Duration::from_secs(10), || {
            self.app_pids().is_empty()
        });
    }
}

impl Drop for World {
    fn drop(&mut self) {
        for pid in self.app_pids() {
            crate::process::kill_now(pid);
        }
    }
}

fn driver_program() -> PathBuf {
    let own = program("tools", "bin/tauri-driver");
    if own.exists() {
        own
    } else {
        PathBuf::from("tauri-driver")
    }
}

const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

fn start_display((width, height): (u32, u32)) -> (Process, String) {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"]);
    command
        .arg(format!("{width}x{height}x24"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = command.spawn().expect("Xvfb is installed");
    let number = first_line(&mut child);
    (Process::hold(child), format!(":{number}"))
}

fn start_bus(home: &Path) -> (Process, String) {
    // Without folders of services: nothing is started behind a journey's back, least of all a keychain.
    let config = home.join("bus.conf");
    std::fs::write(&config, BUS).unwrap();
    let mut command = Command::new("dbus-daemon");
    command
        .arg("--config-file")
        .arg(&config)
        .args(["--nofork", "--print-address=1"]);
    command
        .env("XDG_RUNTIME_DIR", home.join("run"))
        .env("XDG_DATA_HOME", home.join("data"));
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("dbus-daemon is installed");
    let address = first_line(&mut child);
    (Process::hold(child), address)
}

fn first_line(child: &mut std::process::Child) -> String {
    let output = child.stdout.take().expect("the output is piped");
    let mut line = String::new();
    BufReader::new(output)
        .read_line(&mut line)
        .expect("the program says where it is");
    line.trim().to_owned()
}
