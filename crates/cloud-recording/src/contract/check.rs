use serde_json::Value;

use super::issue::{Issue, Severity};
use super::rules::{Context, rules};
use super::tree::tree;
use super::walk::Walk;
use crate::{Call, Mode};

/// Everything about a body that the service would refuse (errors) or take to the user's harm
/// (warnings), errors first, each kind in the order of the body.
///
/// `mode` is what the body is for; without it only what holds in every mode is judged, except that
/// acquire's `scene` tells web pages from channels. A body of query or of the user list has no
/// rules.
///
/// ```
/// use cloud_recording::contract::{IssueCode, Severity, check};
/// use cloud_recording::{Call, Mode};
///
/// let body = serde_json::json!({"cname": "town hall", "uid": 7, "clientRequest": {}});
/// let issues = check(Call::Acquire, Some(Mode::Mix), &body);
/// assert_eq!(issues.len(), 1);
/// assert_eq!((issues[0].code, issues[0].path.as_str()), (IssueCode::WrongType, "/uid"));
/// assert_eq!(issues[0].severity, Severity::Error);
/// ```
pub fn check(call: Call, mode: Option<Mode>, body: &Value) -> Vec<Issue> {
    judge(call, mode, body, None)
}

/// As [`check`], at a moment in Unix seconds, so that what ends too soon is found as well.
pub fn check_at(call: Call, mode: Option<Mode>, body: &Value, now: i64) -> Vec<Issue> {
    judge(call, mode, body, Some(now))
}

fn judge(call: Call, mode: Option<Mode>, body: &Value, now: Option<i64>) -> Vec<Issue> {
    if matches!(call, Call::Query | Call::ChannelUsers) {
        return Vec::new();
    }
    let mode = if call == Call::Acquire {
        mode.or_else(|| scene_mode(body))
    } else {
        mode
    };
    let mut issues = Vec::new();
    // A call that the mode does not have leaves nothing to say about its members.
    if !(call == Call::UpdateLayout && mode.is_some_and(|mode| mode != Mode::Mix)) {
        Walk {
            call,
            mode,
            issues: &mut issues,
        }
        .value(tree(call), body, "", None);
    }
    let request = "/clientRequest";
    apply(Context::new(call, mode, body, request, now), &mut issues);

    let announced = "/clientRequest/startParameter";
    if call == Call::Acquire && body.pointer(announced).is_some_and(Value::is_object) {
        issues.extend(announced_start(mode, body, announced, now));
    }
    issues.sort_by_key(|issue| issue.severity);
    issues
}

/// What start would say to the `startParameter` of an acquire. Acquire itself does not look.
fn announced_start(mode: Option<Mode>, body: &Value, at: &str, now: Option<i64>) -> Vec<Issue> {
    let mut issues = Vec::new();
    let start = tree(Call::Start).child("clientRequest");
    if let (Some(node), Some(value)) = (start, body.pointer(at)) {
        Walk {
            call: Call::Start,
            mode,
            issues: &mut issues,
        }
        .value(node, value, at, None);
    }
    apply(Context::new(Call::Start, mode, body, at, now), &mut issues);
    issues
        .iter_mut()
        .for_each(|issue| issue.severity = Severity::Warning);
    issues
}

fn apply(context: Context<'_>, issues: &mut Vec<Issue>) {
    for rule in rules()
        .iter()
        .filter(|rule| rule.calls.contains(&context.call))
    {
        (rule.judge)(&context, issues);
    }
}

/// A page is known by its scene. Scene 0 leaves individual or mix, whose rules for names are alike.
fn scene_mode(body: &Value) -> Option<Mode> {
    (body.pointer("/clientRequest/scene")?.as_i64() == Some(1)).then_some(Mode::Web)
}

/// What is wrong with the layout whose members are at `at` in `document`, which need not be a whole
/// body: issues of the layout's own members and of nothing beside them.
pub(crate) fn layout_issues(document: &Value, at: &str) -> Vec<Issue> {
    let mut issues = Vec::new();
    let rows = tree(Call::UpdateLayout).child("clientRequest");
    let members = document
        .pointer(at)
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    for (name, value) in members {
        if let Some(node) = rows.and_then(|rows| rows.child(name)) {
            let mut walk = Walk {
                call: Call::UpdateLayout,
                mode: Some(Mode::Mix),
                issues: &mut issues,
            };
            walk.value(node, value, &super::pointer::member(at, name), None);
        }
    }
    let call = Call::UpdateLayout;
    apply(
        Context::new(call, Some(Mode::Mix), document, at, None),
        &mut issues,
    );
    // A document need not say everything that a body of updateLayout should.
    issues.retain(|issue| issue.code != super::IssueCode::BackToDefault);
    issues.sort_by_key(|issue| issue.severity);
    issues
}
