//! What is asked together: a struct of named questions, and one of the same names for their answers.
//!
//! Nobody looks for an answer by its place: where it stands among the others only the names know.
//!
//! ```
//! use query::{Answer, Answers, Dimension, Inquiry, Table, TableSpec, together};
//! use std::rc::Rc;
//!
//! together! {
//!     /// What a page of money asks.
//!     struct Money -> MoneyAnswers {
//!         /// By account.
//!         accounts: TableSpec,
//!         /// By vendor and country, where the files have vendors.
//!         vendors: Option<TableSpec>,
//!     }
//! }
//!
//! let money = Money { accounts: TableSpec::by([Dimension::Account]), vendors: None };
//! assert_eq!(money.queries().len(), 1);
//! let answers = Answers::new(Rc::new(vec![Answer::Table(Table::default())]));
//! let MoneyAnswers { accounts, vendors } = money.find(&mut answers.clone()).unwrap();
//! assert_eq!((accounts.rows.len(), vendors), (0, None));
//! ```

use super::{Answer, Attempts, LoadSpec, Loads, Query, Signs, SignsSpec, Table, TableSpec};
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

/// A question, or several, each with a name.
pub trait Inquiry: Clone + PartialEq + 'static {
    /// What answers it.
    type Answer: Clone + PartialEq + 'static;

    /// Adds what it asks to what is asked already.
    fn ask(&self, queries: &mut Vec<Query>);

    /// Takes its answer from those that come next; `None` where they answer something else.
    fn find(&self, answers: &mut Answers) -> Option<Self::Answer>;

    /// All that it asks.
    fn queries(&self) -> Vec<Query> {
        let mut queries = Vec::new();
        self.ask(&mut queries);
        queries
    }
}

/// Answers that came together, in the order of what was asked, and which of them is the next to be taken.
#[derive(Debug, Clone)]
pub struct Answers {
    all: Rc<Vec<Answer>>,
    next: usize,
}

impl Answers {
    /// From the first on.
    pub fn new(all: Rc<Vec<Answer>>) -> Self {
        Self { all, next: 0 }
    }

    fn take<T: OneAnswer>(&mut self) -> Option<Held<T>> {
        T::of(self.all.get(self.next)?)?;
        let held = Held { all: self.all.clone(), at: self.next, answer: PhantomData };
        self.next += 1;
        Some(held)
    }
}

/// The same if they came together: comparing tables takes longer than drawing them.
impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.all, &other.all) && self.next == other.next
    }
}

/// One of the answers that came together, without a copy of it; the same as another one as [`Answers`] are.
#[derive(Debug)]
pub struct Held<T> {
    all: Rc<Vec<Answer>>,
    at: usize,
    answer: PhantomData<T>,
}

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        Self { all: self.all.clone(), at: self.at, answer: PhantomData }
    }
}

impl<T> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.all, &other.all) && self.at == other.at
    }
}

impl<T: OneAnswer> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        T::of(&self.all[self.at]).expect("it was looked at before it was held")
    }
}

/// What one question is answered by.
pub trait OneAnswer: Sized + 'static {
    /// It, if that is the answer.
    fn of(answer: &Answer) -> Option<&Self>;
}

macro_rules! one_answer {
    ($($spec:ty, $spec_name:pat => $query:expr, $variant:ident($answer:ty);)*) => {
        $(
            impl OneAnswer for $answer {
                fn of(answer: &Answer) -> Option<&Self> {
                    match answer {
                        Answer::$variant(answer) => Some(answer),
                        _ => None,
                    }
                }
            }

            impl Inquiry for $spec {
                type Answer = Held<$answer>;

                fn ask(&self, queries: &mut Vec<Query>) {
                    let $spec_name = self;
                    queries.push($query);
                }

                fn find(&self, answers: &mut Answers) -> Option<Self::Answer> {
                    answers.take()
                }
            }
        )*
    };
}

/// Asks how many attempts calls took: [`Query::Attempts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptsSpec;

one_answer! {
    TableSpec, spec => Query::Table(spec.clone()), Table(Table);
    LoadSpec, spec => Query::Load(*spec), Load(Loads);
    SignsSpec, spec => Query::Signs(*spec), Signs(Signs);
    AttemptsSpec, AttemptsSpec => Query::Attempts, Attempts(Attempts);
}

/// Any question, for what does not know beforehand what it asks.
impl Inquiry for Query {
    type Answer = Held<Answer>;

    fn ask(&self, queries: &mut Vec<Query>) {
        queries.push(self.clone());
    }

    fn find(&self, answers: &mut Answers) -> Option<Self::Answer> {
        answers.take()
    }
}

impl OneAnswer for Answer {
    fn of(answer: &Answer) -> Option<&Self> {
        Some(answer)
    }
}

/// What is not asked has no answer, and nobody waits for it.
impl<I: Inquiry> Inquiry for Option<I> {
    type Answer = Option<I::Answer>;

    fn ask(&self, queries: &mut Vec<Query>) {
        self.iter().for_each(|one| one.ask(queries));
    }

    fn find(&self, answers: &mut Answers) -> Option<Self::Answer> {
        match self {
            Some(one) => one.find(answers).map(Some),
            None => Some(None),
        }
    }
}

/// Several of a kind, answered in their order.
impl<I: Inquiry> Inquiry for Vec<I> {
    type Answer = Vec<I::Answer>;

    fn ask(&self, queries: &mut Vec<Query>) {
        self.iter().for_each(|one| one.ask(queries));
    }

    fn find(&self, answers: &mut Answers) -> Option<Self::Answer> {
        self.iter().map(|one| one.find(answers)).collect()
    }
}

/// A struct of named questions, and the struct of the same names that has their answers: see the module's example.
#[macro_export]
macro_rules! together {
    (
        $(#[$doc:meta])*
        $vis:vis struct $name:ident -> $answers:ident {
            $($(#[$field_doc:meta])* $field:ident: $inquiry:ty,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        $vis struct $name {
            $($(#[$field_doc])* $vis $field: $inquiry,)*
        }

        #[doc = concat!("The answers to [`", stringify!($name), "`], by the same names.")]
        #[derive(Debug, Clone, PartialEq)]
        $vis struct $answers {
            $($(#[$field_doc])* $vis $field: <$inquiry as $crate::Inquiry>::Answer,)*
        }

        impl $crate::Inquiry for $name {
            type Answer = $answers;

            fn ask(&self, queries: &mut Vec<$crate::Query>) {
                $(self.$field.ask(queries);)*
            }

            fn find(&self, answers: &mut $crate::Answers) -> Option<$answers> {
                Some($answers { $($field: self.$field.find(answers)?,)* })
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Dimension;

    together! {
        /// All that there is.
        struct All -> AllAnswers {
            tables: Vec<TableSpec>,
            load: Option<LoadSpec>,
            attempts: AttemptsSpec,
        }
    }

    fn table(calls: u64) -> Answer {
        let mut table = Table::default();
        table.left_out.measures.calls = calls;
        Answer::Table(table)
    }

    fn asked(load: bool) -> All {
        let by = |dimension| TableSpec::by([dimension]);
        let load = load.then_some(LoadSpec { by: None, lengths: false });
        All { tables: vec![by(Dimension::Account), by(Dimension::Country)], load, attempts: AttemptsSpec }
    }

    #[test]
    fn answers_have_the_names_of_what_was_asked() {
        let all = asked(false);
        assert_eq!(all.queries().len(), 3);
        let answers = Rc::new(vec![table(1), table(2), Answer::Attempts(Attempts::default())]);
        let found = all.find(&mut Answers::new(answers.clone())).unwrap();
        assert_eq!(found.tables.iter().map(|table| table.left_out.measures.calls).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(found.load, None);
        // The same answers are the same without a look into them, equal ones of another time are not.
        assert_eq!(all.find(&mut Answers::new(answers.clone())), Some(found.clone()));
        assert_ne!(all.find(&mut Answers::new(Rc::new(answers.to_vec()))), Some(found));
    }

    #[test]
    fn what_answers_something_else_is_no_answer() {
        let answers = Rc::new(vec![table(1), table(2), Answer::Attempts(Attempts::default())]);
        assert_eq!(asked(true).find(&mut Answers::new(answers)), None);
        assert_eq!(asked(false).find(&mut Answers::new(Rc::new(vec![table(1)]))), None);
    }
}
