//! Where a component's property is a `Word`, a topic's word may stand.

use crate::words::{
    AlarmWord, BillingWord, BreakdownWord, CallWord, CapacityWord, CompareWord, DestinationWord, DictionaryWord,
    EndReasonWord, FigureWord, FileWord, FilterWord, FindingWord, MappingWord, OverviewWord, PageWord, QualityWord,
    ReferenceWord, ReportWord, SecurityWord, TimeWord, Word,
};
use yew::html::IntoPropValue;

macro_rules! props {
    ($($words:ident),* $(,)?) => {$(
        impl IntoPropValue<Word> for $words {
            fn into_prop_value(self) -> Word {
                self.into()
            }
        }

        impl IntoPropValue<Option<Word>> for $words {
            fn into_prop_value(self) -> Option<Word> {
                Some(self.into())
            }
        }
    )*};
}

props! {
    PageWord,
    ReportWord,
    FigureWord,
    FindingWord,
    OverviewWord,
    TimeWord,
    EndReasonWord,
    ReferenceWord,
    DictionaryWord,
    BreakdownWord,
    DestinationWord,
    FilterWord,
    CallWord,
    FileWord,
    MappingWord,
    CapacityWord,
    BillingWord,
    SecurityWord,
    QualityWord,
    CompareWord,
    AlarmWord,
}
