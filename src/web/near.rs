//! Which elements are near the window, as the browser tells.

use super::{bind::parent, events::Stop, layout::computed};
use js_sys::{Array, Map};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far around the window is near, in its own heights and widths: two, so that what scrolls into sight is painted
/// before.
const MARGIN: &str = "200%";

/// Elements, each of them once.
#[derive(Default)]
pub struct Elements {
    list: Vec<Element>,
    /// Index of each.
    known: Map,
}

impl Elements {
    /// The index of `element`, or of what has a box around it.
    pub fn index(&mut self, element: Element) -> usize {
        if let Some(known) = self.known.get(&element).as_f64() {
            return known as usize;
        }
        let mut boxed = element.clone();
        while computed(&boxed, "display").as_deref() == Some("contents")
            && let Some(parent) = parent(&boxed)
        {
            boxed = parent;
        }
        let index = if boxed == element { self.add(boxed) } else { self.index(boxed) };
        self.known.set(&element, &index.into());
        index
    }

    fn add(&mut self, element: Element) -> usize {
        self.list.push(element);
        self.list.len() - 1
    }
}

/// Watches elements come near and go away, until dropped.
pub struct Nearby {
    near: Rc<RefCell<Vec<bool>>>,
    _stop: Stop,
    _seen: Closure<dyn FnMut(Array)>,
}

impl Nearby {
    /// Calls `moved` before long, and whenever one of `elements` has come near or gone.
    pub fn new(elements: Elements, mut moved: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let Elements { list, known } = elements;
        let near = Rc::new(RefCell::new(vec![true; list.len()]));
        let told = near.clone();
        let seen = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                if let Some(index) = known.get(&entry.target()).as_f64() {
                    told.borrow_mut()[index as usize] = entry.is_intersecting();
                }
            }
            moved();
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options)?;
        list.iter().for_each(|element| observer.observe(element));
        Ok(Self { near, _stop: Stop::new(move || observer.disconnect()), _seen: seen })
    }

    /// Whether the element of that index is near, as far as is known: all are until the browser has told.
    pub fn holds(&self, index: usize) -> bool {
        self.near.borrow()[index]
    }
}
