//! What an assistive program is told of an element: the driver computes it, as the web view does for a screen reader.

use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use reqwest::{Method, Url};

use crate::App;

#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(
        &self,
        base: &Url,
        session: Option<&str>,
    ) -> Result<Url, <Url as std::str::FromStr>::Err> {
        let session = session.unwrap_or_default();
        base.join(&format!(
            "session/{session}/element/{}/{}",
            self.element, self.what
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::GET, None)
    }
}

impl App {
    /// The role and the name of an element, as they are spoken.
    pub async fn heard(&self, element: &Element) -> (String, String) {
        let mut said = Vec::new();
        for what in ["computedrole", "computedlabel"] {
            let element = element.element_id().to_string();
            let answer = self.client.issue_cmd(Computed { element, what }).await;
            let text = answer.unwrap().as_str().unwrap_or_default().to_owned();
            said.push(text);
        }
        let name = said.pop().unwrap_or_default();
        (said.pop().unwrap_or_default(), name)
    }

    /// The same of what has the focus.
    pub async fn heard_at_focus(&self) -> (String, String) {
        let focused = self.client.active_element().await.unwrap();
        self.heard(&focused).await
    }
}
