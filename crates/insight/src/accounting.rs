//! Money and billed time, put together for the books: what the guide says of billing beside what the calls say, calls
//! that were not billed, how billed time was rounded, rates, the largest gains and losses.

mod gains;
mod impact;
mod leaks;
mod rates;
mod rounded;

pub use gains::{extremes, without_cost};
pub use impact::{Agreement, BillingImpact, billing_impact};
pub use leaks::{Leak, leaks};
pub(super) use rates::ToldBy;
pub use rates::{AccountRates, several_rates};
pub use rounded::{Rounded, rounded};
