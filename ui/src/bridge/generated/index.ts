// Written by `cargo test -p studio` from the Rust types. Do not edit.

export type Account = { id: string, name: string, 
/**
 * True for the stand-in inside the app.
 */
practice: boolean, appId: string, customerId: string, 
/**
 * The API address where it is not the service's own; https, or http on the loopback.
 */
baseUrl: string | null, area: Area, 
/**
 * A customer secret was put into the keychain.
 */
hasSecret: boolean, 
/**
 * An App certificate was put into the keychain.
 */
hasCertificate: boolean, 
/**
 * The last check, if there was one since the app opened.
 */
check: AccountCheck | null, 
/**
 * Unix milliseconds.
 */
createdAt: number, };

export type AccountAdd = { name: string, appId: string, customerId: string, customerSecret: string, certificate: string | null, baseUrl: string | null, area: Area, };

export type AccountCheck = { 
/**
 * Unix milliseconds.
 */
at: number, ok: boolean, lines: Array<CheckLine>, };

export type AccountCopy = { id: string, 
/**
 * The copy's name.
 */
name: string, };

export type AccountRef = { id: string, };

export type AccountSecret = "customerSecret" | "certificate";

export type AccountSecretReplace = { id: string, kind: AccountSecret, value: string, };

export type AccountUpdate = { id: string, name: string, appId: string, customerId: string, baseUrl: string | null, area: Area, };

export type AppInfo = { 
/**
 * The app's version, as in its package.
 */
version: string, platform: Platform, 
/**
 * The folder that holds everything the app keeps.
 */
dataDir: string, settings: Settings, 
/**
 * Nothing was done with the app yet: the welcome comes first.
 */
firstRun: boolean, 
/**
 * Things that went wrong at launch and that the person should know.
 */
notices: Array<Notice>, };

export type Area = "global" | "china";

export type Background = { 
/**
 * `#RRGGBB`.
 */
color: string, 
/**
 * HTTPS address of a picture behind all regions.
 */
image?: string, 
/**
 * HTTPS address of the picture for people who send none.
 */
placeholder?: string, 
/**
 * Pictures for single people, instead of `placeholder`.
 */
users?: Array<UserPicture>, };

export type Call = "acquire" | "start" | "query" | "update" | "updateLayout" | "stop" | "channelUsers";

export type CallEntry = { summary: CallSummary, 
/**
 * `GET` or `POST`.
 */
method: string, 
/**
 * Host and path as they were asked; the path alone for calls of versions that did not write it.
 */
address: string, 
/**
 * JSON, or empty.
 */
request: string, 
/**
 * Of the answer; empty for calls of the recorder.
 */
headers: Array<Header>, 
/**
 * As it came, secrets taken out; `None` where nothing came. Of more than 1 MiB the rest is left
 * out, and the last line says so.
 */
answer: string | null, 
/**
 * What the status and code mean, where it is no success.
 */
failure: Failure | null, };

export type CallExport = { ids: Array<number>, };

export type CallOrigin = "console" | "recorder";

export type CallPage = { calls: Array<CallSummary>, 
/**
 * There are older ones that fit.
 */
more: boolean, 
/**
 * How many the whole history has.
 */
kept: number, 
/**
 * Bytes that the whole history takes.
 */
bytes: number, };

export type CallQuery = { 
/**
 * Words that all must occur: in channel, IDs, call, status, request or answer.
 */
search: string, origin: CallOrigin | null, call: Call | null, 
/**
 * Only older ones than this.
 */
before: number | null, 
/**
 * At most so many, 1 to 200.
 */
most: number, };

export type CallRecord = { id: number, call: string, 
/**
 * Unix milliseconds.
 */
sentAt: number, 
/**
 * `None` while it is in flight, or when the app was killed in between.
 */
answeredAt: number | null, request: string, status: number | null, answer: string | null, };

export type CallRef = { id: number, };

export type CallSetup = { setup: Setup, 
/**
 * JSON pointers of what the Record form has no place for.
 */
leftOut: Array<string>, };

export type CallSummary = { id: number, origin: CallOrigin, 
/**
 * `None` for calls of versions that did not write it.
 */
accountId: string | null, recordingId: string | null, call: Call, mode: Mode | null, channel: string, recorderId: string, 
/**
 * Unix milliseconds.
 */
sentAt: number, 
/**
 * Milliseconds to the whole answer; `None` while it is in flight, or when there was none.
 */
elapsed: number | null, status: number | null, 
/**
 * The service's own number in the answer.
 */
code: number | null, };

export type Canvas = { width: number, height: number, };

export type ChannelRef = { accountId: string, channel: string, };

export type ChannelType = "communication" | "live";

export type CheckLine = { step: CheckStep, level: Level, failure: Failure | null, };

export type CheckStep = "keychain" | "reach" | "credentials" | "recording";

export type CodeLanguage = "curl" | "python" | "node" | "go" | "rust";

export type ConsoleAnswer = { 
/**
 * The history's entry of the call.
 */
entry: CallEntry, 
/**
 * What acquire gave, or what the call named.
 */
resourceId: string | null, 
/**
 * What start gave, or what the call named.
 */
sid: string | null, };

export type ConsoleBody = { body: unknown, };

export type ConsoleBodyTaken = { body: unknown, held: Array<string>, };

export type ConsoleCall = { accountId: string, call: Call, mode: Mode, 
/**
 * From acquire; part of the address of start and of all later calls.
 */
resourceId: string, 
/**
 * From start; part of the address of later calls.
 */
sid: string, 
/**
 * The channel of the user list; other calls have it in their body.
 */
channel: string, 
/**
 * The user list of a live channel's hosts only.
 */
hostsOnly: boolean, 
/**
 * The JSON body; `null` for query and the user list.
 */
body: unknown, };

export type ConsoleCheck = { 
/**
 * Errors first. Paths are JSON pointers into the body; parts of the address are `resourceid`,
 * `sid` and `channel`, without a stroke before them.
 */
issues: Array<Issue>, 
/**
 * Members that stand in the wrong place, and where they belong.
 */
moves: Array<Move>, 
/**
 * JSON pointers of secrets that stand in the body in the clear.
 */
bare: Array<string>, };

export type ConsoleCode = { call: ConsoleCall, language: CodeLanguage, };

export type ConsoleCodeText = { 
/**
 * Placeholders stand where secrets go.
 */
text: string, };

export type ConsoleDraft = { id: string, name: string, 
/**
 * Unix milliseconds, set when it is saved.
 */
updatedAt: number, 
/**
 * The page's own form of it. Secrets in it are left out when it is saved; at most 1 MiB.
 */
content: unknown, };

export type ConsoleDraftRef = { id: string, };

export type ConsoleImported = { 
/**
 * One, or the requests of a collection.
 */
calls: Array<ImportedCall>, };

export type ConsoleSend = { call: ConsoleCall, 
/**
 * Also when the check found errors, to see how the service refuses it.
 */
anyway: boolean, };

export type ConsoleText = { accountId: string, text: string, };

export type ContractData = { 
/**
 * What stands in addresses and bodies.
 */
fields: Array<FieldData>, 
/**
 * What stands in answers.
 */
answers: Array<FieldData>, vendors: Array<VendorData>, pictures: Array<PicturePreset>, };

export type Control = "number" | "choice" | "choices" | "switch" | "text" | "secret" | "color" | "address" | "moment" | "user" | "users" | "texts" | "json" | "group" | "groups";

export type Cost = { low: number, high: number, };

export type Download = { id: string, recordingId: string, channel: string, 
/**
 * Unix milliseconds.
 */
createdAt: number, form: DownloadForm, 
/**
 * The folder of its own that the files come into.
 */
folder: string, state: DownloadState, 
/**
 * Files that it makes, and how many of them are whole.
 */
files: number, filesDone: number, 
/**
 * Bytes.
 */
size: number, done: number, 
/**
 * Bytes a second at the moment.
 */
speed: number | null, 
/**
 * Files of the storage whose checksum was compared, beside their size.
 */
sums: number, 
/**
 * Files of the storage that gave nothing to compare but their size.
 */
sizes: number, 
/**
 * Pieces that a playlist names and the storage does not have; the joined file goes on behind them.
 */
missing: number, failure: Failure | null, };

export type DownloadForm = "files" | "mp4" | "joined";

export type DownloadRef = { id: string, };

export type DownloadStart = { 
/**
 * The recording's.
 */
id: string, 
/**
 * Bare file names; none for the whole recording.
 */
names: Array<string>, 
/**
 * One file for the whole recording: its MP4 where there is exactly one, else its pieces joined.
 */
asOne: boolean, };

export type DownloadState = "waiting" | "running" | "paused" | "done" | "failed";

export type Empty = Record<symbol, never>;

export type Failure = { code: FailureCode, 
/**
 * One English sentence, for logs and support; never a secret.
 */
message: string, 
/**
 * HTTP status of the service's answer, where there was one.
 */
status: number | null, 
/**
 * The service's own number in the answer's body.
 */
serviceCode: number | null, 
/**
 * The service's own text.
 */
reason: string | null, 
/**
 * The raw answer, for the details fold; secrets taken out.
 */
details: string | null, 
/**
 * Pressing the same button again may help.
 */
retryable: boolean, 
/**
 * What is wrong with the input, where `code` is `invalid`.
 */
issues: Array<Issue>, 
/**
 * Values for the words.
 */
params: { [key in string]: string }, };

export type FailureCode = "invalid" | "notFound" | "notNow" | "keychainMissing" | "keychainLocked" | "keychainFailed" | "secretMissing" | "unreachable" | "timeout" | "unauthorized" | "appIdRefused" | "accountInactive" | "tooManyRecordings" | "rateLimited" | "taskConflict" | "refused" | "serviceTrouble" | "noSuchRecording" | "unreadableAnswer" | "interrupted" | "nothingRecorded" | "neverConfirmed" | "sidUnknown" | "mayStillRun" | "noLongerControllable" | "endedByItself" | "stoppedUnexpectedly" | "storage" | "disk" | "store" | "internal";

export type Fault = { "kind": "delay", 
/**
 * Milliseconds, 1 to 600,000.
 */
ms: number, } | { "kind": "lost-answer" } | { "kind": "dropped" } | { "kind": "206" } | { "kind": "429" } | { "kind": "500" } | { "kind": "501" } | { "kind": "502" } | { "kind": "503" } | { "kind": "504" } | { "kind": "worker-switch", 
/**
 * Seconds, 1 to 3600. The service says that it takes 90 at most.
 */
seconds: number, } | { "kind": "slow-upload", 
/**
 * Seconds, 1 to 3600.
 */
seconds: number, } | { "kind": "storage-refused", 
/**
 * Seconds, 1 to 86,400. Without meaning at start.
 */
seconds: number, } | { "kind": "html" } | { "kind": "truncated" } | { "kind": "clock-skew", 
/**
 * Seconds, -86,400 to 86,400, not 0; more than 0 is fast.
 */
seconds: number, } | { "kind": "nobody-joins" };

export type FaultArgument = { 
/**
 * What it is counted in.
 */
unit: FaultUnit, 
/**
 * The least that it may be.
 */
least: number, 
/**
 * The most that it may be.
 */
most: number, 
/**
 * What it is when it is left out.
 */
default: number, };

export type FaultHappened = { 
/**
 * When, in Unix milliseconds of the server's clock.
 */
at_ms: number, 
/**
 * The call that met it.
 */
call: Call, 
/**
 * What went wrong.
 */
fault: Fault, };

export type FaultKind = { 
/**
 * Its name in a header, a flag and as `kind` in data.
 */
name: string, 
/**
 * Its number, if it takes one.
 */
argument: FaultArgument | null, 
/**
 * The calls that can meet it.
 */
calls: Array<Call>, 
/**
 * The fault with its default number.
 */
fault: Fault, };

export type FaultOften = { "kind": "always" } | { "kind": "times", 
/**
 * 1 or more; 0 only in a plan that has been at work: it has struck as often as it should.
 */
times: number, } | { "kind": "chance", 
/**
 * From 0 (excluded) to 1.
 */
probability: number, };

export type FaultPlan = { 
/**
 * What is wanted on purpose. Every rule that fits a call applies to it; of those that would
 * decide about the whole answer only the first does.
 */
rules: Array<FaultRule>, 
/**
 * Faults besides, drawn from this number: about every fourth call of each sort meets one, and in
 * the long run it meets every kind that it can. The same number and the same calls in the same
 * order give the same faults.
 */
seed: number | null, };

export type FaultRule = { 
/**
 * The call that meets it; nothing is every call that can.
 */
call: Call | null, 
/**
 * What goes wrong.
 */
fault: Fault, 
/**
 * How often.
 */
often: FaultOften, };

export type FaultUnit = "milliseconds" | "seconds";

export type Faults = { 
/**
 * Every kind of fault, in the order in which they are offered.
 */
kinds: Array<FaultKind>, 
/**
 * What is in force, with how often each rule still strikes.
 */
plan: FaultPlan, 
/**
 * The last hundred that struck, oldest first.
 */
happened: Array<FaultHappened>, };

export type FieldData = { 
/**
 * Call and members, such as `start.clientRequest.recordingConfig.maxIdleTime`.
 */
path: string, 
/**
 * `integer`, `number`, `text`, `flag`, `object`, `texts` or `objects`.
 */
kind: string, 
/**
 * `seconds`, `hours`, `kbps` …
 */
unit: string | null, 
/**
 * Least value, or fewest entries.
 */
min: number | null, 
/**
 * Greatest value, or most entries.
 */
max: number | null, 
/**
 * What holds when the member is left out.
 */
default: string | number | boolean | string[] | null, 
/**
 * The values that are possible, where they can be listed.
 */
options: Array<OptionData>, 
/**
 * Must be there in every mode that has it.
 */
required: boolean, 
/**
 * The modes that know it.
 */
modes: Array<Mode>, 
/**
 * Never shown, never stored in the clear.
 */
secret: boolean, 
/**
 * Can be changed while the recording runs.
 */
whileRecording: boolean, 
/**
 * When it came, or `legacy`.
 */
since: string, 
/**
 * No longer in the reference.
 */
legacy: boolean, 
/**
 * What a person sets it with.
 */
control: Control, 
/**
 * By how much a number goes up and down: 1 for whole ones, a millionth for shares.
 */
step: number | null, 
/**
 * A form shows it only when all of these hold; a member left out has its default.
 */
show: Array<ShowData>, 
/**
 * Under which key the catalogues have its label and help.
 */
help: string, };

export type FileInfo = { name: string, kind: FileKind, 
/**
 * Bytes; `None` where only the name is known.
 */
size: number | null, known: FileKnown, 
/**
 * The number of the part, from 0, where a recorder was replaced in the middle (`bak<n>_`).
 */
part: number | null, 
/**
 * Whose track it is, where each person has one.
 */
track?: FileTrack, };

export type FileKind = "playlist" | "video" | "other";

export type FileKnown = "seen" | "told" | "predicted";

export type FileLink = { url: string, 
/**
 * Unix milliseconds.
 */
until: number, };

export type FileLinkWanted = { 
/**
 * The recording's.
 */
id: string, 
/**
 * A bare file name.
 */
name: string, 
/**
 * How long it is good for: 60 seconds to 7 days.
 */
seconds: number, };

export type FileRef = { id: string, 
/**
 * A bare file name inside the recording's folder.
 */
name: string, };

export type FileTrack = { 
/**
 * The person's ID in the channel.
 */
uid: string, kind: TrackKind, };

export type FilesDelete = { 
/**
 * The recording's.
 */
id: string, 
/**
 * Bare file names; none for every file of the recording.
 */
names: Array<string>, };

export type FilesDeleted = { deleted: number, 
/**
 * How many were to be deleted and are still there.
 */
left: number, 
/**
 * Why.
 */
failure: Failure | null, };

export type Fit = "crop" | "fit";

export type Header = { name: string, value: string, };

export type ImportedCall = { 
/**
 * Its name in the collection, or nothing.
 */
name: string, call: ConsoleCall, 
/**
 * The App ID that its address names, where that is not the account's.
 */
otherAppId: string | null, 
/**
 * The references that were put in.
 */
held: Array<string>, 
/**
 * It had a sign-in of its own, which is not used: the account's is.
 */
hadSignIn: boolean, };

export type Issue = { 
/**
 * What it is; the words are the page's, in every language.
 */
code: IssueCode, 
/**
 * Where: a JSON pointer into the body.
 */
path: string, 
/**
 * How bad.
 */
severity: Severity, 
/**
 * Values for the words, such as `min`, `max`, `value`, `name`. Never a secret.
 */
params: { [key in string]: string }, };

export type IssueCode = "required" | "advised" | "wrongType" | "numberAsText" | "outOfRange" | "notAnOption" | "badFormat" | "tooLong" | "tooMany" | "empty" | "unknownMember" | "misplaced" | "notInMode" | "legacy" | "surroundingBlanks" | "sceneMismatch" | "callNotInMode" | "canvasTooLarge" | "sideTooLong" | "fpsCountsAs15" | "regionOutsideCanvas" | "regionsOverlap" | "regionInvisible" | "sameUserTwice" | "layoutConfigMissing" | "layoutConfigIgnored" | "largeUserMissing" | "largeUserIgnored" | "backToDefault" | "mp4Alone" | "mp4InIndividual" | "idleForDays" | "listsExclusive" | "allStreamsBesideOthers" | "noSoundSubscribed" | "noPictureSubscribed" | "listUnused" | "groupTooSmall" | "recorderAmongUsers" | "encryptionIncomplete" | "encryptionUnused" | "originalNeedsSoundOnly" | "snapshotNeedsPicture" | "snapshotNeedsPictureList" | "belowReference" | "stsIncomplete" | "stsInMilliseconds" | "stsTooShort" | "notForVendor" | "regionUnlisted" | "bucketElsewhere" | "controlEndsFirst" | "serviceMissing" | "serviceTwice" | "nothingToUpdate" | "severalUpdates" | "imageNotHttps";

export type KeychainReport = { 
/**
 * New secrets stay in memory, until the app ends: a person chose so.
 */
inMemory: boolean, 
/**
 * `None` when it works.
 */
failure: Failure | null, };

export type KeychainSession = { 
/**
 * True keeps new secrets in memory, until the app ends. False moves them into the keychain.
 */
inMemory: boolean, };

export type Language = "system" | "en" | "zh";

export type Layout = { 
/**
 * A template's stable key (such as `speakerRight3`), or a made-up id.
 */
id: string, 
/**
 * `None` for a template: its name is in the catalogues under its id.
 */
name: string | null, template: boolean, document: LayoutDocument, };

export type LayoutChange = { layoutId: string, state: LayoutChangeState, 
/**
 * Why it was refused.
 */
failure?: Failure, };

export type LayoutChangeState = "waiting" | "sent" | "refused";

export type LayoutDocument = { canvas: Canvas, background: Background, regions: Array<Region>, };

export type LayoutExport = { document: LayoutDocument, form: LayoutForm, 
/**
 * The layout's name, for a file.
 */
name: string, };

export type LayoutFile = { name: string, kind: LayoutFileKind, 
/**
 * The text of a JSON file, or a PNG in Base64.
 */
content: string, };

export type LayoutFileKind = "json" | "png";

export type LayoutForm = "json" | "curl" | "file";

export type LayoutHistory = { 
/**
 * The layout.
 */
id: string, text: string | null, };

export type LayoutImport = { text: string, 
/**
 * How many people one of the service's own layouts is arranged for.
 */
people: number, };

export type LayoutImported = { 
/**
 * A file of ours carries its name.
 */
name: string | null, document: LayoutDocument, 
/**
 * Paths are JSON pointers into the text.
 */
issues: Array<Issue>, };

export type LayoutPreset = { preset: Preset, 
/**
 * 1 to 17.
 */
people: number, canvas: Canvas, };

export type LayoutRef = { id: string, };

export type LayoutTake = { 
/**
 * The recording.
 */
id: string, layout: Layout, };

export type LayoutText = { text: string, };

export type Level = "ok" | "info" | "warn" | "bad";

export type LibraryPage = { recordings: Array<Recording>, 
/**
 * How many the search finds.
 */
count: number, 
/**
 * How many there are at all.
 */
all: number, };

export type LibraryQuery = { 
/**
 * All of them must hold. More than 12 are not looked at.
 */
words: Array<LibraryWord>, 
/**
 * Only recordings of one of these; empty for all.
 */
standings: Array<Standing>, sort: LibrarySort, descending: boolean, 
/**
 * How many to leave out at the beginning.
 */
offset: number, 
/**
 * How many to give at most; 200 is the most.
 */
limit: number, };

export type LibrarySort = "channel" | "started" | "length" | "files" | "state";

export type LibraryWord = { 
/**
 * Parts of the channel, the date (`2026-11-24`), the place, its folder, the account or the `sid`, in any letter
 * case.
 */
anyOf: Array<string>, 
/**
 * Standings whose words on screen have it.
 */
standings: Array<Standing>, 
/**
 * Begun at this moment or later, and before the other. Unix milliseconds.
 */
from: number | null, until: number | null, };

export type Mode = "individual" | "mix" | "web";

export type MoreSettings = { 
/**
 * `None`: as the channel's user list says, else communication.
 */
channelType: ChannelType | null, 
/**
 * The recorder's own ID in the channel; `None` draws a free one.
 */
recorderId: string | null, 
/**
 * `audioProfile`: 0 mono 48 Kbps, 1 mono 128 Kbps, 2 stereo 192 Kbps.
 */
audioProfile: number, 
/**
 * `videoStreamType`: 0 high stream, 1 low stream.
 */
videoStreamType: number, 
/**
 * Also make MP4 files beside HLS.
 */
mp4: boolean, 
/**
 * `#RRGGBB`; `None` takes the layout's.
 */
backgroundColor: string | null, 
/**
 * `resourceExpiredHour`; `None` takes a value above the planned end.
 */
controlHours: number | null, 
/**
 * `region` of acquire (`CN`, `AP`, `EU`, `NA`); `None` is the nearest.
 */
region: string | null, };

export type Move = { 
/**
 * JSON pointer of where it is.
 */
from: string, 
/**
 * JSON pointer of where it has an effect.
 */
to: string, };

export type Notice = { code: NoticeCode, 
/**
 * Values for the words, such as `path` or `reason`.
 */
params: { [key in string]: string }, };

export type NoticeCode = "storeDamaged" | "storeTooNew" | "recordingsUnreadable" | "practiceUnavailable";

export type OptionData = { 
/**
 * As it goes to the wire.
 */
value: string | number, 
/**
 * A stable key for the page's words, such as `bestFit`.
 */
name: string, };

export type People = { exists: boolean, channelType: ChannelType | null, 
/**
 * User IDs in the order in which the service lists them; in a live channel the hosts.
 */
ids: Array<number>, 
/**
 * Listeners in a live channel.
 */
audience: number, };

export type Picture = { width: number, height: number, fps: number, 
/**
 * Kbps; `None` takes what the service recommends for size, rate and channel type.
 */
bitrate: number | null, };

export type PicturePreset = { 
/**
 * Canvas width in pixels.
 */
width: number, 
/**
 * Canvas height in pixels.
 */
height: number, 
/**
 * Frames a second.
 */
fps: number, 
/**
 * Kbps for a communication channel.
 */
communicationKbps: number, 
/**
 * Kbps for a live broadcast channel.
 */
liveKbps: number, };

export type PictureRef = { 
/**
 * HTTPS address, as it goes to the service.
 */
url: string, };

export type PictureSource = { "state": "shown", url: string, } | { "state": "unseen", trouble: PictureTrouble, 
/**
 * Values for the words, such as `status` or `kind`.
 */
params: { [key in string]: string }, };

export type PictureTrouble = "badAddress" | "notHttps" | "notPublic" | "unreachable" | "slow" | "refused" | "redirected" | "tooLarge" | "notAPicture" | "wrongKind";

export type Platform = "linux" | "macos" | "windows";

export type PlaySource = { url: string, kind: FileKind, };

export type Preflight = { 
/**
 * Unix milliseconds.
 */
at: number, 
/**
 * Milliseconds that it took.
 */
took: number, 
/**
 * One for each [`PreflightSubject`].
 */
lines: Array<PreflightLine>, 
/**
 * Who is in the channel, where the service said so.
 */
people: People | null, };

export type PreflightCode = "accountAccepted" | "recordingOn" | "channelPeople" | "channelHosts" | "channelEmpty" | "typeAsListed" | "typeAgrees" | "typeDiffers" | "typeAssumed" | "idDrawn" | "idFree" | "idTaken" | "idRecords" | "idUnseen" | "tokenMade" | "tokenNone" | "tokenEndsFirst" | "tokenNoEnd" | "tokenUnfit" | "storageFine" | "storageNoPlay" | "layoutFine" | "layoutAbsent" | "layoutBare" | "soundOnly" | "pictureFine" | "priceBand" | "priceHigh" | "priceSound" | "issue" | "failed" | "late" | "unasked";

export type PreflightFix = "checkAgain" | "openAccount" | "openStorage" | "freeId" | "followChannel" | "endWithinDay" | "openLayout" | "safePicture" | "smallStreams" | "showField";

export type PreflightLine = { subject: PreflightSubject, 
/**
 * `Bad` stands in the way of a start; `Warn` does not; `Info` was not looked at.
 */
level: Level, code: PreflightCode, 
/**
 * Values for the words.
 */
params: { [key in string]: string }, 
/**
 * The one button that puts it right.
 */
fix: PreflightFix | null, 
/**
 * What was answered instead, where `code` is `Failed`.
 */
failure: Failure | null, 
/**
 * What the service would refuse or ignore, where `code` is `Issue`.
 */
issue: Issue | null, };

export type PreflightRun = { setup: Setup, 
/**
 * Asks everybody anew; otherwise good answers of the last minute are good enough.
 */
again: boolean, };

export type PreflightSubject = "account" | "recording" | "channel" | "channelType" | "recorderId" | "token" | "storage" | "layout" | "picture" | "price";

export type Preset = "floating" | "bestFit" | "vertical";

export type ProjectsImport = { text: string, };

export type ProjectsImported = { accounts: number, storages: number, 
/**
 * Those that were there already, and were left as they are.
 */
known: number, 
/**
 * How many secrets have to be typed before everything works.
 */
secrets: number, };

export type RecordAs = "combinedVideo" | "combinedSound";

export type Recording = { id: string, accountId: string, 
/**
 * The account's name when the recording was made.
 */
accountName: string, practice: boolean, storageId: string, storageName: string, channel: string, 
/**
 * The recorder's ID in the channel (`uid`).
 */
recorderId: string, state: RecordingState, 
/**
 * The service's own number of the last answered query.
 */
serviceStatus: number | null, resourceId: string | null, sid: string | null, 
/**
 * The folder of its own in the storage, without a slash at the end.
 */
prefix: string, 
/**
 * What it was started with.
 */
setup: Setup, 
/**
 * The layout that the recording has now.
 */
layout: Layout, 
/**
 * A layout on its way, with what became of it.
 */
layoutChange: LayoutChange | null, 
/**
 * Times are Unix milliseconds.
 */
createdAt: number, 
/**
 * When the service accepted the start.
 */
startedAt: number | null, 
/**
 * When the first file was seen (status 5).
 */
firstPieceAt: number | null, endedAt: number | null, plannedEnd: number | null, 
/**
 * Until when query, layout and stop are possible.
 */
controlUntil: number | null, 
/**
 * When the service last answered a question about it.
 */
checkedAt: number | null, 
/**
 * When it will next be asked.
 */
nextCheckAt: number | null, 
/**
 * How often in a row a check did not come through.
 */
troubledChecks: number, 
/**
 * A person, or the planned end, asked for the stop.
 */
stopWanted: boolean, 
/**
 * People in the channel at the last look.
 */
people: number | null, upload: Upload | null, 
/**
 * Files that the service named.
 */
files: Array<string>, 
/**
 * What went wrong, if anything.
 */
problem: Failure | null, };

export type RecordingDetail = { recording: Recording, 
/**
 * Oldest first.
 */
timeline: Array<TimelineEntry>, 
/**
 * The last calls, newest first, secrets taken out.
 */
calls: Array<CallRecord>, 
/**
 * What it most likely cost; `None` in practice and where it never ran.
 */
cost?: Cost, };

export type RecordingExtend = { id: string, minutes: number, };

export type RecordingFiles = { 
/**
 * The folder or bucket, with the prefix.
 */
location: string, 
/**
 * The files were listed, and can be read from here.
 */
readable: boolean, 
/**
 * Whole files first; pieces are only counted.
 */
files: Array<FileInfo>, pieces: number, pieceBytes: number, 
/**
 * Pieces that a playlist names and the storage does not have: the first of them, for a recording that is over.
 */
missing: Array<string>, missingCount: number, 
/**
 * Why they could not be listed.
 */
trouble: Failure | null, };

export type RecordingLayout = { id: string, layoutId: string, };

export type RecordingRef = { id: string, };

export type RecordingState = "preparing" | "acquired" | "starting" | "confirming" | "recording" | "outOfSight" | "unconfirmed" | "stopping" | "uploading" | "saved" | "empty" | "failed" | "ended";

export type Region = { id: string, role: Role, 
/**
 * Counts regions of one role from 1; 0 where there is only one.
 */
number: number, 
/**
 * What a person called it, instead of role and number.
 */
name: string | null, x: number, y: number, width: number, height: number, 
/**
 * The user who is always shown here; `None` takes the next person to join.
 */
uid: string | null, 
/**
 * 0 transparent to 1,000,000 opaque.
 */
alpha: number, fit: Fit, 
/**
 * Left out of what is sent, and of the count to 17.
 */
hidden?: boolean, 
/**
 * Gestures leave it where it is.
 */
locked?: boolean, 
/**
 * Width and height change together.
 */
keepRatio?: boolean, 
/**
 * Members that came with it and that nobody here knows: they go out as they came.
 */
extra?: Record<string, unknown>, };

export type RegionData = { 
/**
 * The contract's number inside the vendor.
 */
region: number, 
/**
 * The vendor's own id, such as `eu-west-1`.
 */
code: string, 
/**
 * Where that is, in English.
 */
place: string, 
/**
 * Acquire's `region` that fits it: `CN`, `AP`, `EU`, `NA`, or none of them.
 */
area: string | null, 
/**
 * No longer in the reference, or only in some of it.
 */
legacy: boolean, };

export type Role = "speaker" | "guest" | "slides" | "host" | "person";

export type SavedFile = { path: string, };

export type SavedSetup = { 
/**
 * Empty for a new one. With an id that was deleted, it comes back as it was.
 */
id: string, 
/**
 * 1 to 80 characters.
 */
name: string, setup: Setup, 
/**
 * Unix milliseconds; 0 is now.
 */
createdAt: number, };

export type SavedSetupRef = { id: string, };

export type SecretHold = { value: string, };

export type SecretKeep = { references: Array<string>, };

export type SecretReference = { reference: string, };

export type SecretsKept = { references: Array<string>, };

export type Settings = { theme: Theme, language: Language, 
/**
 * The account that new recordings use; `practice` is the one inside the app.
 */
accountId: string, 
/**
 * The Record form as it was left.
 */
draft: Setup | null, 
/**
 * Layouts that were put on the keys `1` to `9` by hand, by key; the ids may belong to layouts that are gone.
 */
scenes: { [key in string]: string }, 
/**
 * How much of the history of calls is kept: 1 to 500 MB.
 */
historyMegabytes: number, 
/**
 * How far the first recording of all has come.
 */
welcome: Welcome, };

export type Setup = { accountId: string, 
/**
 * The RTC channel's name (`cname`).
 */
channel: string, recordAs: RecordAs, picture: Picture, layoutId: string, storageId: string, stop: StopRule, more: MoreSettings, };

export type SetupCheck = { 
/**
 * Errors first. Paths are JSON pointers into the body of acquire or start.
 */
issues: Array<Issue>, 
/**
 * The folder that files will land in, such as `townhall/20261124a1b2`.
 */
prefix: string, 
/**
 * Kbps that will be sent.
 */
bitrate: number, 
/**
 * How many of the further settings are at their default.
 */
defaults: number, };

export type Severity = "error" | "warning";

export type ShowData = { 
/**
 * The other field's path.
 */
path: string, 
/**
 * The values of that field with which this one has a use.
 */
is: Array<string | number>, };

export type Standing = "starting" | "recording" | "outOfSight" | "uploading" | "saved" | "inBackup" | "empty" | "failed" | "ended" | "endedByItself" | "stoppedUnexpectedly";

export type StopRule = { 
/**
 * Planned end, minutes after the start; `None` only on purpose.
 */
afterMinutes: number | null, 
/**
 * Seconds after everybody left (`maxIdleTime`).
 */
idleSeconds: number, };

export type Storage = { id: string, name: string, 
/**
 * True for the folder inside the app's data that plays the part of a bucket.
 */
practice: boolean, 
/**
 * The contract's vendor number.
 */
vendor: number, 
/**
 * The contract's region number.
 */
region: number, bucket: string, 
/**
 * The host of an S3-compatible store, bare.
 */
endpoint: string | null, 
/**
 * Both keys were put into the keychain.
 */
hasKeys: boolean, 
/**
 * The last test, if there was one since the storage was changed.
 */
check: StorageCheck | null, 
/**
 * Unix milliseconds.
 */
createdAt: number, };

export type StorageAdd = { name: string, vendor: number, region: number, bucket: string, endpoint: string | null, accessKey: string, secretKey: string, };

export type StorageCheck = { 
/**
 * Unix milliseconds.
 */
at: number, 
/**
 * Recordings can be saved there.
 */
canRecord: boolean, 
/**
 * Files can be listed and read from here.
 */
canPlay: boolean, 
/**
 * The region that an S3-compatible store named by itself.
 */
region: string | null, lines: Array<StorageCheckLine>, };

export type StorageCheckLine = { step: StorageStep, level: Level, trouble: StorageTrouble | null, failure: Failure | null, };

export type StorageRef = { id: string, };

export type StorageStep = "keychain" | "reach" | "sign" | "bucket" | "write" | "read" | "remove" | "list";

export type StorageTrouble = "unsupported" | "nameUnknown" | "noConnection" | "tls" | "proxy" | "timeout" | "keyUnknown" | "signature" | "clockSkew" | "denied" | "noBucket" | "wrongRegion" | "slow" | "storeTrouble" | "notFound" | "notAStore" | "differs" | "refused";

export type StorageUpdate = { id: string, name: string, vendor: number, region: number, bucket: string, endpoint: string | null, accessKey: string | null, secretKey: string | null, };

export type StudioEvent = { "type": "recording", recording: Recording, } | { "type": "timeline", recordingId: string, entry: TimelineEntry, } | { "type": "accounts", accounts: Array<Account>, } | { "type": "storages", storages: Array<Storage>, } | { "type": "layouts", layouts: Array<Layout>, } | { "type": "setups", setups: Array<SavedSetup>, } | { "type": "settings", settings: Settings, } | { "type": "download", download: Download, } | { "type": "notice", notice: Notice, } | { "type": "call", call: CallSummary, };

export type Theme = "system" | "light" | "dark";

export type TimelineCode = "asked" | "acquired" | "started" | "joined" | "firstPiece" | "layoutChanged" | "layoutRefused" | "contactLost" | "contactBack" | "outOfSight" | "inSight" | "trouble" | "reopened" | "extended" | "stopAsked" | "plannedEnd" | "stopped" | "saved" | "backuped" | "endedByItself" | "empty" | "failed" | "sidUnknown" | "sidFound";

export type TimelineEntry = { 
/**
 * Unix milliseconds.
 */
at: number, code: TimelineCode, level: Level, 
/**
 * Values for the words: `layoutId`, `layoutName`, `people`, `seconds`, `status`, `reason` …
 */
params: { [key in string]: string }, };

export type TokenFacts = { appId: string, channel: string, 
/**
 * A user ID, or nothing where anybody may use it.
 */
user: string, 
/**
 * Unix milliseconds.
 */
issuedAt: number, 
/**
 * Unix milliseconds; `None` where it does not let anybody join.
 */
endsAt: number | null, 
/**
 * Names of what it allows: `join`, `sound`, `picture`, `data`.
 */
allows: Array<string>, fit: TokenFit, };

export type TokenFit = { 
/**
 * It is for the account's App ID.
 */
appId: boolean | null, channel: boolean | null, recorder: boolean | null, 
/**
 * It has begun and not ended.
 */
now: boolean, 
/**
 * The account's certificate signed it.
 */
signature: boolean | null, };

export type TokenRead = { accountId: string, token: string, 
/**
 * Empty: not compared.
 */
channel: string, 
/**
 * Empty: not compared.
 */
recorderId: string, };

export type TrackKind = "sound" | "video" | "both";

export type Upload = "uploaded" | "backuped" | "unknown";

export type UserPicture = { uid: string, 
/**
 * HTTPS address.
 */
url: string, fit: Fit, 
/**
 * Members that came with it and that nobody here knows: they go out as they came.
 */
extra?: Record<string, unknown>, };

export type VendorData = { 
/**
 * The contract's number.
 */
vendor: number, 
/**
 * The vendor's own name, the same in every language.
 */
name: string, 
/**
 * No longer in the reference.
 */
legacy: boolean, 
/**
 * The store's host must be given (S3-compatible).
 */
needsEndpoint: boolean, 
/**
 * Temporary credentials are possible.
 */
sts: boolean, 
/**
 * Empty where the region has no effect and 0 is sent.
 */
regions: Array<RegionData>, };

export type Welcome = { step: WelcomeStep, 
/**
 * The test recording, once it was started.
 */
recordingId: string | null, };

export type WelcomeStep = "start" | "connect" | "check" | "layout" | "record" | "play" | "done";

/** Every command: what it is asked with and what it answers. */
export type Commands = {
  app_info: { req: Empty; res: AppInfo };
  settings_save: { req: Settings; res: Settings };
  contract_get: { req: Empty; res: ContractData };
  keychain_check: { req: Empty; res: KeychainReport };
  keychain_session: { req: KeychainSession; res: KeychainReport };
  account_list: { req: Empty; res: Array<Account> };
  account_add: { req: AccountAdd; res: Account };
  account_update: { req: AccountUpdate; res: Account };
  account_secret_replace: { req: AccountSecretReplace; res: Account };
  account_delete: { req: AccountRef; res: Empty };
  account_check: { req: AccountRef; res: Account };
  account_duplicate: { req: AccountCopy; res: Account };
  projects_export: { req: Empty; res: SavedFile };
  projects_import: { req: ProjectsImport; res: ProjectsImported };
  storage_list: { req: Empty; res: Array<Storage> };
  storage_add: { req: StorageAdd; res: Storage };
  storage_update: { req: StorageUpdate; res: Storage };
  storage_delete: { req: StorageRef; res: Empty };
  storage_check: { req: StorageRef; res: Storage };
  channel_people: { req: ChannelRef; res: People };
  layout_list: { req: Empty; res: Array<Layout> };
  layout_save: { req: Layout; res: Layout };
  layout_delete: { req: LayoutRef; res: Empty };
  layout_import: { req: LayoutImport; res: LayoutImported };
  layout_export: { req: LayoutExport; res: LayoutText };
  layout_preset: { req: LayoutPreset; res: LayoutDocument };
  layout_take: { req: LayoutTake; res: Recording };
  layout_history: { req: LayoutRef; res: LayoutHistory };
  layout_history_save: { req: LayoutHistory; res: Empty };
  layout_file: { req: LayoutFile; res: SavedFile };
  picture_source: { req: PictureRef; res: PictureSource };
  setup_list: { req: Empty; res: Array<SavedSetup> };
  setup_save: { req: SavedSetup; res: SavedSetup };
  setup_delete: { req: SavedSetupRef; res: Empty };
  recording_check: { req: Setup; res: SetupCheck };
  preflight_run: { req: PreflightRun; res: Preflight };
  recording_start: { req: Setup; res: Recording };
  recording_list: { req: Empty; res: Array<Recording> };
  library_list: { req: LibraryQuery; res: LibraryPage };
  recording_detail: { req: RecordingRef; res: RecordingDetail };
  recording_stop: { req: RecordingRef; res: Recording };
  recording_layout: { req: RecordingLayout; res: Recording };
  recording_extend: { req: RecordingExtend; res: Recording };
  recording_recheck: { req: RecordingRef; res: Recording };
  recording_files: { req: RecordingRef; res: RecordingFiles };
  recording_play: { req: FileRef; res: PlaySource };
  download_start: { req: DownloadStart; res: Download };
  download_list: { req: Empty; res: Array<Download> };
  download_pause: { req: DownloadRef; res: Download };
  download_resume: { req: DownloadRef; res: Download };
  download_remove: { req: DownloadRef; res: Empty };
  download_open: { req: DownloadRef; res: Empty };
  download_reveal: { req: DownloadRef; res: Empty };
  file_link: { req: FileLinkWanted; res: FileLink };
  files_delete: { req: FilesDelete; res: FilesDeleted };
  file_open: { req: FileRef; res: Empty };
  file_reveal: { req: FileRef; res: Empty };
  console_check: { req: ConsoleCall; res: ConsoleCheck };
  console_send: { req: ConsoleSend; res: ConsoleAnswer };
  console_import: { req: ConsoleText; res: ConsoleImported };
  console_code: { req: ConsoleCode; res: ConsoleCodeText };
  console_take_secrets: { req: ConsoleBody; res: ConsoleBodyTaken };
  secret_hold: { req: SecretHold; res: SecretReference };
  secret_keep: { req: SecretKeep; res: SecretsKept };
  draft_list: { req: Empty; res: Array<ConsoleDraft> };
  draft_save: { req: ConsoleDraft; res: ConsoleDraft };
  draft_delete: { req: ConsoleDraftRef; res: Empty };
  call_list: { req: CallQuery; res: CallPage };
  call_get: { req: CallRef; res: CallEntry };
  call_export: { req: CallExport; res: SavedFile };
  call_clear: { req: Empty; res: Empty };
  call_setup: { req: CallRef; res: CallSetup };
  token_read: { req: TokenRead; res: TokenFacts };
  faults_get: { req: Empty; res: Faults };
  faults_save: { req: FaultPlan; res: Faults };
};
