// The one list of commands: name, request, answer. The adapters of the shell, the names that the
// page may call and the TypeScript types are all made from it. This file must stay free of
// dependencies: the shell's build script includes it.
macro_rules! for_each_command {
    ($callback:path) => {
        $callback! {
            app_info(Empty) -> AppInfo;
            settings_save(Settings) -> Settings;
            contract_get(Empty) -> ContractData;
            keychain_check(Empty) -> KeychainReport;
            account_list(Empty) -> Vec<Account>;
            account_add(AccountAdd) -> Account;
            account_update(AccountUpdate) -> Account;
            account_secret_replace(AccountSecretReplace) -> Account;
            account_delete(AccountRef) -> Empty;
            account_check(AccountRef) -> Account;
            storage_list(Empty) -> Vec<Storage>;
            storage_add(StorageAdd) -> Storage;
            storage_update(StorageUpdate) -> Storage;
            storage_delete(StorageRef) -> Empty;
            storage_check(StorageRef) -> Storage;
            channel_people(ChannelRef) -> People;
            layout_list(Empty) -> Vec<Layout>;
            layout_save(Layout) -> Layout;
            layout_delete(LayoutRef) -> Empty;
            layout_import(LayoutImport) -> LayoutImported;
            layout_export(LayoutExport) -> LayoutText;
            layout_preset(LayoutPreset) -> LayoutDocument;
            layout_take(LayoutTake) -> Recording;
            layout_history(LayoutRef) -> LayoutHistory;
            layout_history_save(LayoutHistory) -> Empty;
            layout_file(LayoutFile) -> SavedFile;
            picture_source(PictureRef) -> PictureSource;
            setup_list(Empty) -> Vec<SavedSetup>;
            setup_save(SavedSetup) -> SavedSetup;
            setup_delete(SavedSetupRef) -> Empty;
            recording_check(Setup) -> SetupCheck;
            preflight_run(PreflightRun) -> Preflight;
            recording_start(Setup) -> Recording;
            recording_list(Empty) -> Vec<Recording>;
            library_list(LibraryQuery) -> LibraryPage;
            recording_detail(RecordingRef) -> RecordingDetail;
            recording_stop(RecordingRef) -> Recording;
            recording_layout(RecordingLayout) -> Recording;
            recording_extend(RecordingExtend) -> Recording;
            recording_recheck(RecordingRef) -> Recording;
            recording_files(RecordingRef) -> RecordingFiles;
            recording_play(FileRef) -> PlaySource;
            file_open(FileRef) -> Empty;
            file_reveal(FileRef) -> Empty;
            console_check(ConsoleCall) -> ConsoleCheck;
            console_send(ConsoleSend) -> ConsoleAnswer;
            console_import(ConsoleText) -> ConsoleImported;
            console_code(ConsoleCode) -> ConsoleCodeText;
            console_take_secrets(ConsoleBody) -> ConsoleBodyTaken;
            secret_hold(SecretHold) -> SecretReference;
            secret_keep(SecretKeep) -> SecretsKept;
            draft_list(Empty) -> Vec<ConsoleDraft>;
            draft_save(ConsoleDraft) -> ConsoleDraft;
            draft_delete(ConsoleDraftRef) -> Empty;
            call_list(CallQuery) -> CallPage;
            call_get(CallRef) -> CallEntry;
            call_export(CallExport) -> SavedFile;
            call_clear(Empty) -> Empty;
            call_setup(CallRef) -> CallSetup;
            token_read(TokenRead) -> TokenFacts;
            faults_get(Empty) -> Faults;
            faults_save(FaultPlan) -> Faults;
        }
    };
}
