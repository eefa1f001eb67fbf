//! Readers of what is exported, as strict as any: whatever is markup and not
//! ours makes them panic.

use comrak::nodes::NodeValue;
use quick_xml::events::Event;
use std::fmt::Write;

/// A document as a reader sees it: the nodes with their depth, the text of
/// each block, and what stands in each picture made of characters.
#[derive(Debug, Default, PartialEq)]
pub struct Seen {
    pub nodes: Vec<String>,
    pub texts: Vec<String>,
    pub pictures: Vec<String>,
}

/// Reads Markdown as GitHub does. Emphasis and line breaks are no nodes here:
/// whether they can be written depends on the text.
pub fn read_md(source: &str) -> Seen {
    fn walk(node: comrak::Node<'_>, depth: usize, seen: &mut Seen) {
        let value = node.data().value.clone();
        match &value {
            NodeValue::Text(text) => seen.texts.last_mut().unwrap().push_str(text),
            NodeValue::LineBreak => seen.texts.last_mut().unwrap().push('\n'),
            NodeValue::Strong => {}
            // GitHub makes a link of an e-mail address after it has resolved the
            // escapes: nothing can be done but see that it goes where it says.
            NodeValue::Link(link) => {
                let before = seen.texts.last().unwrap().len();
                for child in node.children() {
                    walk(child, depth, seen);
                }
                let says = seen.texts.last().unwrap().split_at(before).1;
                let mail = format!("mailto:{says}");
                assert!(link.url == says && says.contains('@') || link.url == mail);
                return;
            }
            NodeValue::Code(code) => {
                seen.nodes.push(format!("{depth} sign"));
                seen.texts.last_mut().unwrap().push_str(&code.literal);
            }
            NodeValue::CodeBlock(code) => {
                assert_eq!(code.info, "text");
                seen.nodes.push(format!("{depth} code"));
                seen.pictures.push(code.literal.clone());
            }
            NodeValue::Heading(heading) => {
                assert!(!heading.setext);
                seen.nodes
                    .push(format!("{depth} heading {}", heading.level));
                seen.texts.push(String::new());
            }
            NodeValue::Paragraph | NodeValue::TableCell => {
                seen.nodes
                    .push(format!("{depth} {}", value.xml_node_name()));
                seen.texts.push(String::new());
            }
            NodeValue::Document
            | NodeValue::List(_)
            | NodeValue::Item(_)
            | NodeValue::BlockQuote
            | NodeValue::Table(_)
            | NodeValue::TableRow(_)
            | NodeValue::ThematicBreak => {
                seen.nodes
                    .push(format!("{depth} {}", value.xml_node_name()));
            }
            other => panic!("{other:?} in\n{}", seen.texts.last().unwrap()),
        }
        for child in node.children() {
            let deeper = usize::from(!matches!(value, NodeValue::Strong));
            walk(child, depth + deeper, seen);
        }
    }
    let mut options = comrak::Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.description_lists = true;
    options.extension.alerts = true;
    options.extension.front_matter_delimiter = Some("---".into());
    let arena = comrak::Arena::new();
    let mut seen = Seen::default();
    walk(
        comrak::parse_document(&arena, source, &options),
        0,
        &mut seen,
    );
    seen
}

/// The elements that the HTML is made of.
const ELEMENTS: [&str; 43] = [
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "section",
    "header",
    "footer",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "figcaption",
    "blockquote",
    "span",
    "strong",
    "small",
    "svg",
    "desc",
    "path",
    "rect",
    "text",
    "circle",
    "b",
    "br",
];

/// Reads HTML as strict XML: the elements with their attributes, and the text
/// of each.
pub fn read_html(source: &str) -> Seen {
    let mut reader = quick_xml::Reader::from_str(source);
    reader.config_mut().check_comments = true;
    let mut seen = Seen::default();
    let mut open: Vec<usize> = Vec::new();
    let add = |open: &[usize], text: &str, seen: &mut Seen| {
        for &index in open {
            seen.texts[index].push_str(text);
        }
    };
    let mut ids = std::collections::HashSet::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) | Event::Empty(element) if element.name().as_ref() == "br" => {
                add(&open, "\n", &mut seen);
            }
            event @ (Event::Start(_) | Event::Empty(_)) => {
                let (element, leaf) = match &event {
                    Event::Start(element) => (element, false),
                    Event::Empty(element) => (element, true),
                    _ => unreachable!(),
                };
                let name = element.name().as_ref().to_owned();
                assert!(ELEMENTS.contains(&name.as_str()), "{name}");
                let mut attributes = String::new();
                for attribute in element.attributes() {
                    let attribute = attribute.unwrap();
                    let key = attribute.key.as_ref();
                    assert!(!key.starts_with("on") && !["src", "href", "style"].contains(&key));
                    let value: &str = &attribute.value;
                    assert!(
                        key != "id" || ids.insert(value.to_owned()),
                        "twice: {value}"
                    );
                    // Words with more room stand elsewhere in a picture.
                    let places = [
                        "x",
                        "y",
                        "cy",
                        "d",
                        "height",
                        "viewBox",
                        "text-anchor",
                        "data-head",
                    ];
                    if !places.contains(&key) {
                        write!(attributes, " {key}={value}").unwrap();
                    }
                }
                seen.nodes
                    .push(format!("{} {name}{attributes}", open.len()));
                seen.texts.push(String::new());
                if !leaf {
                    open.push(seen.texts.len() - 1);
                }
            }
            Event::End(element) => {
                if element.name().as_ref() != "br" {
                    open.pop().unwrap();
                }
            }
            Event::Text(text) => add(&open, &text, &mut seen),
            Event::GeneralRef(reference) => {
                let c = match &*reference {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    _ => reference.resolve_char_ref().unwrap().unwrap(),
                };
                add(&open, &c.to_string(), &mut seen);
            }
            Event::DocType(kind) => assert_eq!(&*kind, "html"),
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(open.is_empty());
    seen
}
