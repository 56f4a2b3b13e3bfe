//! A value that many hold and one changes.

use std::ops::Deref;
use std::rc::Rc;

/// A value that is cheap to hand on, and the same only where it is the same object: comparing all of it would take
/// longer than drawing what hangs on it.
#[derive(Debug)]
pub(super) struct Handle<T>(Rc<T>);

impl<T> Handle<T> {
    /// Of a new value.
    pub(super) fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: Clone> Handle<T> {
    /// To be changed. Whoever holds it keeps what it was.
    pub(super) fn change(&mut self) -> &mut T {
        Rc::make_mut(&mut self.0)
    }
}

impl<T> Clone for Handle<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Handle<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Default> Default for Handle<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> Deref for Handle<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_same_until_it_is_changed() {
        let mut one = Handle::new(vec![1]);
        let other = one.clone();
        assert!(one == other);
        one.change().push(2);
        assert!(one != other);
        assert_eq!((one.len(), other.len()), (2, 1));
        // What is equal is not the same: that is what makes it cheap.
        assert!(Handle::new(7) != Handle::new(7));
    }
}
