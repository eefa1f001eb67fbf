//! Numbers, dates and lists as each language writes them.

use super::Lang;
use jiff::civil::Date;

/// A date in words: `10 March 2014`, `10 maart 2014`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const NL: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let names = match lang {
        Lang::En => EN,
        Lang::Nl => NL,
    };
    let month = usize::try_from(date.month()).unwrap_or(1).clamp(1, 12);
    format!("{} {} {}", date.day(), names[month - 1], date.year())
}

/// A number with one decimal and the language's own sign: `0.4`, `−0,4`.
#[must_use]
pub fn decimal(lang: Lang, value: f64) -> String {
    let text = format!("{value:.1}");
    let text = match text.strip_prefix('-') {
        Some("0.0") => "0.0".to_owned(),
        Some(digits) => format!("−{digits}"),
        None => text,
    };
    match lang {
        Lang::En => text,
        Lang::Nl => text.replace('.', ","),
    }
}

/// A whole number with its sign: `+2`, `−3`, `0`.
#[must_use]
pub fn signed(value: i8) -> String {
    match value {
        0 => "0".to_owned(),
        1.. => format!("+{value}"),
        _ => format!("−{}", value.unsigned_abs()),
    }
}

/// A list in a sentence: `a, b and c`, `a, b en c`.
#[must_use]
pub fn join_and(lang: Lang, items: &[String]) -> String {
    let and = match lang {
        Lang::En => "and",
        Lang::Nl => "en",
    };
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn each_language_writes_its_own_dates_numbers_and_lists() {
        assert_eq!(date(Lang::En, day(2014, 3, 10)), "10 March 2014");
        assert_eq!(date(Lang::Nl, day(2014, 3, 10)), "10 maart 2014");
        assert_eq!(decimal(Lang::En, -0.04), "0.0");
        assert_eq!(decimal(Lang::Nl, -0.44), "−0,4");
        assert_eq!(
            (signed(-5), signed(0), signed(2)),
            ("−5".into(), "0".into(), "+2".into())
        );
        let three = ["a", "b", "c"].map(String::from);
        assert_eq!(join_and(Lang::En, &three), "a, b and c");
        assert_eq!(join_and(Lang::Nl, &three[..2]), "a en b");
        assert_eq!(join_and(Lang::Nl, &[]), "");
    }
}
