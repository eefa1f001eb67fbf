//! Numbers, dates and lists as each language writes them.

use super::Lang;
use jiff::civil::Date;

/// A date in words: `10 March 2014`, `10 maart 2014`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let names = months(lang);
    let month = usize::try_from(date.month()).unwrap_or(1).clamp(1, 12);
    format!("{} {} {}", date.day(), names[month - 1], date.year())
}

/// A date of which only the year, or the year and the month, may be known:
/// `2014`, `2014-03` becomes `March 2014`, a whole one as [`date`].
#[must_use]
pub fn loose_date(lang: Lang, text: &str) -> String {
    if let Ok(day) = text.parse() {
        return date(lang, day);
    }
    let month = text
        .split_once('-')
        .and_then(|(year, month)| Some((year, month.parse::<usize>().ok()?.checked_sub(1)?)));
    match month {
        Some((year, month)) => match months(lang).get(month) {
            Some(name) => format!("{name} {year}"),
            None => text.to_owned(),
        },
        None => text.to_owned(),
    }
}

/// The names of the months.
const fn months(lang: Lang) -> [&'static str; 12] {
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
    match lang {
        Lang::En => EN,
        Lang::Nl => NL,
    }
}

/// A date as people type it, in either language: `2027-05-01`, `1-5-2027`,
/// `1/5/2027`, `1 May 2027`, `1 mei 2027`, `1 mrt 2027`; the day comes first
/// where the year does not.
#[must_use]
pub fn read_date(text: &str) -> Option<Date> {
    let text = text.trim().to_lowercase();
    let parts: Vec<&str> = text
        .split([' ', '-', '/', '.', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts[..] else {
        return None;
    };
    let (day, year) = if first.len() == 4 {
        (last, first)
    } else {
        (first, last)
    };
    if year.len() != 4 {
        return None;
    }
    let named = |lang| {
        months(lang).iter().position(|name| {
            let name = name.to_lowercase();
            month.len() >= 3 && (name.starts_with(month) || (month == "mrt" && name == "maart"))
        })
    };
    let month = match month.parse::<i8>() {
        Ok(month) => month,
        Err(_) => i8::try_from(Lang::ALL.into_iter().find_map(named)? + 1).ok()?,
    };
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
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

/// A number with two decimals, from 0 to 1: `0.09`, `0,09`.
#[must_use]
pub fn hundredths(lang: Lang, value: f64) -> String {
    let text = format!("{value:.2}");
    match lang {
        Lang::En => text,
        Lang::Nl => text.replace('.', ","),
    }
}

/// A share in whole per cent, as it is printed in both languages: `62%`.
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
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

/// A large whole number with the language's own sign between its thousands:
/// `10,000`, `10.000`.
#[must_use]
pub fn thousands(lang: Lang, value: u32) -> String {
    let sign = match lang {
        Lang::En => ',',
        Lang::Nl => '.',
    };
    let digits = value.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}

/// A list in a sentence: `a, b and c`, `a, b en c`.
#[must_use]
pub fn join_and(lang: Lang, items: &[String]) -> String {
    let and = match lang {
        Lang::En => "and",
        Lang::Nl => "en",
    };
    join(items, and)
}

/// A choice in a sentence: `a, b or c`, `a, b of c`.
#[must_use]
pub fn join_or(lang: Lang, items: &[String]) -> String {
    let or = match lang {
        Lang::En => "or",
        Lang::Nl => "of",
    };
    join(items, or)
}

fn join(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn thousands_are_set_apart() {
        let told = [1, 999, 1000, 10_000, 1_234_567].map(|n| thousands(Lang::En, n));
        assert_eq!(told, ["1", "999", "1,000", "10,000", "1,234,567"]);
        assert_eq!(thousands(Lang::Nl, 10_000), "10.000");
    }

    #[test]
    fn a_date_is_read_the_way_it_is_typed_and_never_guessed() {
        let first_of_may = Some(day(2027, 5, 1));
        for text in [
            "2027-05-01",
            "1-5-2027",
            "01/05/2027",
            " 1 May 2027 ",
            "1 mei 2027",
            "1. mei 2027",
        ] {
            assert_eq!(read_date(text), first_of_may, "{text}");
        }
        assert_eq!(read_date("3 mrt 2027"), Some(day(2027, 3, 3)));
        assert_eq!(read_date("3 sept 2027"), Some(day(2027, 9, 3)));
        for text in [
            "",
            "may",
            "1-5-27",
            "31-2-2027",
            "2027",
            "1 ma 2027",
            "13/13/2027",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
        for lang in Lang::ALL {
            assert_eq!(
                read_date(&date(lang, day(2027, 3, 31))),
                Some(day(2027, 3, 31))
            );
        }
    }

    #[test]
    fn a_loose_date_says_no_more_than_is_known() {
        assert_eq!(loose_date(Lang::En, "2014"), "2014");
        assert_eq!(loose_date(Lang::Nl, "2014-03"), "maart 2014");
        assert_eq!(loose_date(Lang::En, "2014-03-10"), "10 March 2014");
        assert_eq!(loose_date(Lang::En, "2014-13"), "2014-13");
    }

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
