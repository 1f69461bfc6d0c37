//! Command lines as shells split them.

/// One command: its words, and what a here document puts into it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Command {
    pub words: Vec<String>,
    pub input: Option<String>,
}

/// Splits as bash does: all kinds of quotes, backslashes, continued lines, several commands, here documents.
/// Variables stay as they are written.
pub fn bash(text: &str) -> Vec<Command> {
    let mut reading = Bash {
        signs: text.chars().collect(),
        at: 0,
        commands: vec![Command::default()],
        word: None,
        wanted: Vec::new(),
    };
    reading.run();
    let mut commands = reading.commands;
    commands.retain(|command| !command.words.is_empty());
    commands
}

struct Bash {
    signs: Vec<char>,
    at: usize,
    commands: Vec<Command>,
    word: Option<String>,
    /// Here documents of the present line: whose, where they end, and whether they are taken literally.
    wanted: Vec<(usize, String, bool)>,
}

impl Bash {
    fn next(&mut self) -> Option<char> {
        let sign = self.signs.get(self.at).copied();
        self.at += 1;
        sign
    }

    fn peek(&self) -> Option<char> {
        self.signs.get(self.at).copied()
    }

    fn put(&mut self, sign: char) {
        self.word.get_or_insert_default().push(sign);
    }

    fn end_word(&mut self) {
        if let (Some(word), Some(command)) = (self.word.take(), self.commands.last_mut()) {
            command.words.push(word);
        }
    }

    fn end_command(&mut self) {
        self.end_word();
        if self.commands.last().is_some_and(|it| !it.words.is_empty()) {
            self.commands.push(Command::default());
        }
    }

    fn run(&mut self) {
        while let Some(sign) = self.next() {
            match sign {
                '\'' => self.literal(),
                '"' => self.quoted(),
                '$' if self.peek() == Some('\'') => {
                    self.at += 1;
                    self.ansi();
                }
                '$' if self.peek() == Some('"') => {
                    self.at += 1;
                    self.quoted();
                }
                // PowerShell continues its lines with a backtick.
                '\\' | '`' if matches!(self.peek(), Some('\n' | '\r')) => self.skip_line_end(),
                '\\' => {
                    if let Some(next) = self.next() {
                        self.put(next);
                    }
                }
                '#' if self.word.is_none() => {
                    while self.peek().is_some_and(|next| next != '\n') {
                        self.at += 1;
                    }
                }
                '\n' => {
                    self.end_command();
                    self.here_documents();
                }
                ';' | '|' | '&' => self.end_command(),
                '<' if self.peek() == Some('<') => self.here(),
                sign if sign.is_whitespace() => self.end_word(),
                sign => self.put(sign),
            }
        }
        self.end_word();
    }

    fn skip_line_end(&mut self) {
        if self.next() == Some('\r') && self.peek() == Some('\n') {
            self.at += 1;
        }
    }

    fn literal(&mut self) {
        self.word.get_or_insert_default();
        while let Some(sign) = self.next().filter(|sign| *sign != '\'') {
            self.put(sign);
        }
    }

    fn quoted(&mut self) {
        self.word.get_or_insert_default();
        while let Some(sign) = self.next().filter(|sign| *sign != '"') {
            match (sign, self.peek()) {
                ('\\', Some('\n' | '\r')) => self.skip_line_end(),
                ('\\', Some(next @ ('"' | '\\' | '$' | '`'))) => {
                    self.at += 1;
                    self.put(next);
                }
                _ => self.put(sign),
            }
        }
    }

    /// `$'…'`, with the escapes of C.
    fn ansi(&mut self) {
        self.word.get_or_insert_default();
        while let Some(sign) = self.next().filter(|sign| *sign != '\'') {
            if sign != '\\' {
                self.put(sign);
                continue;
            }
            let Some(next) = self.next() else { return };
            let put = match next {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'a' => '\u{7}',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'v' => '\u{b}',
                'e' | 'E' => '\u{1b}',
                'x' => self.number(16, 2, next),
                'u' => self.pair(),
                'U' => self.number(16, 8, next),
                '0'..='7' => {
                    self.at -= 1;
                    self.number(8, 3, next)
                }
                other => other,
            };
            self.put(put);
        }
    }

    /// `\uXXXX`; two halves of one sign are put together, as programs that think in UTF-16 write them.
    fn pair(&mut self) -> char {
        let first = self.digits(16, 4);
        if let Some(high @ 0xd800..=0xdbff) = first
            && self.signs.get(self.at..self.at + 2) == Some(&['\\', 'u'])
        {
            let back = self.at;
            self.at += 2;
            if let Some(low @ 0xdc00..=0xdfff) = self.digits(16, 4) {
                let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
                return char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
            }
            self.at = back;
        }
        first.map_or('u', |code| {
            char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
        })
    }

    fn number(&mut self, radix: u32, most: usize, otherwise: char) -> char {
        self.digits(radix, most).map_or(otherwise, |code| {
            char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
        })
    }

    fn digits(&mut self, radix: u32, most: usize) -> Option<u32> {
        let mut code = None;
        for _ in 0..most {
            let Some(digit) = self.peek().and_then(|sign| sign.to_digit(radix)) else {
                break;
            };
            self.at += 1;
            let so_far: u32 = code.unwrap_or(0);
            code = Some(so_far.saturating_mul(radix).saturating_add(digit));
        }
        code
    }

    /// `<<END`, `<<'END'` or `<<-END`; `<<<` gives its word instead.
    fn here(&mut self) {
        self.end_word();
        self.at += 1;
        let is_text = self.peek() == Some('<');
        if is_text || self.peek() == Some('-') {
            self.at += 1;
        }
        while matches!(self.peek(), Some(' ' | '\t')) {
            self.at += 1;
        }
        let literal = matches!(self.peek(), Some('\'' | '"' | '\\'));
        let inner: String = {
            let mut inner = Self {
                signs: Vec::new(),
                at: 0,
                commands: vec![Command::default()],
                word: None,
                wanted: Vec::new(),
            };
            let end = self.end_of_word();
            inner.signs = self.signs.get(self.at..end).unwrap_or_default().to_vec();
            inner.run();
            self.at = end;
            let words = inner.commands.into_iter().flat_map(|it| it.words);
            words.collect()
        };
        let index = self.commands.len().saturating_sub(1);
        if is_text {
            if let Some(command) = self.commands.last_mut() {
                command.input = Some(inner);
            }
        } else if !inner.is_empty() {
            self.wanted.push((index, inner, literal));
        }
    }

    /// Where the word ends that begins here.
    fn end_of_word(&self) -> usize {
        let mut quote = None;
        let rest = self.signs.iter().enumerate().skip(self.at);
        for (at, sign) in rest {
            match (quote, *sign) {
                (Some(open), sign) if open == sign => quote = None,
                (Some(_), _) => {}
                (None, '\'' | '"') => quote = Some(*sign),
                (None, sign) if sign.is_whitespace() || ";|&<>".contains(sign) => return at,
                _ => {}
            }
        }
        self.signs.len()
    }

    fn here_documents(&mut self) {
        for (index, end, literal) in std::mem::take(&mut self.wanted) {
            let mut text = String::new();
            while self.at < self.signs.len() {
                let line: String = self.line();
                if line.trim_end_matches('\r').trim_start_matches('\t') == end {
                    break;
                }
                text.push_str(&line);
                text.push('\n');
            }
            let text = if literal { text } else { unescaped(&text) };
            if let Some(command) = self.commands.get_mut(index) {
                command.input = Some(text);
            }
        }
    }

    fn line(&mut self) -> String {
        let rest = self.signs.get(self.at..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|sign| *sign == '\n')
            .unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or_default().iter().collect();
        self.at += length + 1;
        line
    }
}

/// What a here document escapes.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, signs.peek()) {
            ('\\', Some('\\' | '$' | '`')) => out.extend(signs.next()),
            ('\\', Some('\n')) => drop(signs.next()),
            _ => out.push(sign),
        }
    }
    out
}

/// Whether a text was written for the command line of Windows, which escapes with `^`.
pub fn is_windows(text: &str) -> bool {
    text.contains("^\"") || text.contains("^\n") || text.contains("^\r\n")
}

/// Splits as Windows does: `^` escapes, then double quotes with backslashes before them.
pub fn windows(text: &str) -> Command {
    let mut plain = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign != '^' {
            plain.push(sign);
            continue;
        }
        match signs.next() {
            // A line that is continued by an empty one has an end of line in it.
            Some('\r') => {
                signs.next_if_eq(&'\n');
            }
            Some('\n') | None => {}
            Some(other) => plain.push(other),
        }
    }
    let mut command = Command::default();
    let mut word: Option<String> = None;
    let mut inside = false;
    let mut signs = plain.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => {
                let mut count = 1;
                while signs.next_if_eq(&'\\').is_some() {
                    count += 1;
                }
                let quote = signs.peek() == Some(&'"');
                let kept = if quote { count / 2 } else { count };
                let word = word.get_or_insert_default();
                word.extend(std::iter::repeat_n('\\', kept));
                if quote && count % 2 == 1 {
                    word.extend(signs.next());
                }
            }
            '"' if inside && signs.peek() == Some(&'"') => {
                word.get_or_insert_default().extend(signs.next());
            }
            '"' => {
                inside = !inside;
                word.get_or_insert_default();
            }
            sign if sign.is_whitespace() && !inside => command.words.extend(word.take()),
            sign => word.get_or_insert_default().push(sign),
        }
    }
    command.words.extend(word);
    command
}
