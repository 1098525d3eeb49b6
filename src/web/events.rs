//! Listeners, timers and observers as values that stop when they are dropped.

use super::bind::Inner;
use js_sys::Array;
use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};
use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget, MutationObserver, MutationObserverInit, Node};
use web_sys::{ResizeObserver, ShadowRoot, Window};

#[wasm_bindgen]
extern "C" {
    // The global object of a Firefox content script is no window, but has one by this name.
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
}

/// The page's window.
pub fn window() -> Window {
    WINDOW.with(Window::clone)
}

/// Width and height of what is seen of the page, without what scrolls it. Of a page of the old kind the root is as high
/// as all of it.
pub fn window_size() -> (f64, f64) {
    let document = window().document();
    let root = document.as_ref().and_then(|document| document.scrolling_element().or(document.document_element()));
    root.map_or((0.0, 0.0), |root| (f64::from(root.client_width()), f64::from(root.client_height())))
}

/// Milliseconds since the page began, in fractions.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

thread_local! {
    /// How what is at work is stopped.
    static STOPS: RefCell<Vec<Weak<dyn Fn()>>> = const { RefCell::new(Vec::new()) };
}

/// Stops something when dropped, or with all others where the engine has failed and drops nothing any more.
pub struct Stop(Rc<dyn Fn()>);

impl Stop {
    /// Calls `stop`, perhaps more than once.
    pub fn new(stop: impl Fn() + 'static) -> Self {
        Self::kept(Rc::new(stop))
    }

    fn kept(stop: Rc<dyn Fn()>) -> Self {
        STOPS.with_borrow_mut(|all| {
            all.retain(|other| other.strong_count() > 0);
            all.push(Rc::downgrade(&stop));
        });
        Self(stop)
    }

    /// Stops all that is at work.
    pub fn all() {
        STOPS.take().iter().filter_map(Weak::upgrade).for_each(|stop| stop());
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// Hears an event until dropped.
pub struct Listener {
    _stop: Stop,
    _heard: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Hears `name` at `target` before the page does, and never holds up scrolling.
    pub fn new(target: &EventTarget, name: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        Self::with(target, name, true, heard)
    }

    /// Hears it too, and may keep the browser from what it does by itself.
    pub fn holding(target: &EventTarget, name: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        Self::with(target, name, false, heard)
    }

    fn with(target: &EventTarget, name: &'static str, passive: bool, heard: impl FnMut(Event) + 'static) -> Self {
        let mut heard = heard;
        // What a page makes up is not heard.
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            if event.is_trusted() {
                heard(event);
            }
        });
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(passive);
        // Fails only for a target that is none.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            name,
            heard.as_ref().unchecked_ref(),
            &options,
        );
        let (target, function) = (target.clone(), heard.as_ref().clone());
        let stop = Stop::new(move || {
            let _ = target.remove_event_listener_with_callback_and_bool(name, function.unchecked_ref(), true);
        });
        Self { _stop: stop, _heard: heard }
    }
}

/// Does something once, later, unless dropped before.
pub struct Timer {
    id: i32,
    _done: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `done` after `wait` milliseconds.
    pub fn after(wait: f64, done: impl FnMut() + 'static) -> Self {
        let done = Closure::<dyn FnMut()>::new(done);
        let id = window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(done.as_ref().unchecked_ref(), wait as i32)
            .unwrap_or(0);
        Self { id, _done: done }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

/// Sees the first change of something, unless dropped before.
pub struct Mutations {
    observer: MutationObserver,
    _stop: Stop,
    _seen: Closure<dyn FnMut(Array, MutationObserver)>,
}

impl Mutations {
    fn once(mut seen: Box<dyn FnMut()>) -> Result<Self, JsValue> {
        let seen = Closure::<dyn FnMut(Array, MutationObserver)>::new(move |_, observer: MutationObserver| {
            observer.disconnect();
            seen();
        });
        let observer = MutationObserver::new(seen.as_ref().unchecked_ref())?;
        let stopped = observer.clone();
        Ok(Self { observer, _stop: Stop::new(move || stopped.disconnect()), _seen: seen })
    }

    /// Calls `seen` once when one of `elements` has another attribute, by which pages turn dark or light.
    pub fn of_attributes(elements: &[Element], seen: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let once = Self::once(Box::new(seen))?;
        let options = MutationObserverInit::new();
        options.set_attributes(true);
        elements.iter().try_for_each(|element| once.observer.observe_with_options(element, &options))?;
        Ok(once)
    }

    /// Calls `seen` once when something changes in `scope`, in one of the shadow `roots`, or where `scope` stands:
    /// nodes beside it, or beside what it is in. Of the rest of the page nothing is heard, nor of what changes later: a
    /// page may change all the time, and each record would slow it down. An observer that stays leaves a page that does
    /// nothing but change half of its changes a second, this one nine tenths.
    pub fn new(scope: &Element, roots: &[ShadowRoot], seen: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let once = Self::once(Box::new(seen))?;
        let observer = &once.observer;
        let options = MutationObserverInit::new();
        options.set_child_list(true);
        let parent = |node: &Node| node.unchecked_ref::<Inner>().parent_node();
        let mut around = parent(scope);
        while let Some(node) = around {
            observer.observe_with_options(&node, &options)?;
            let host = node.dyn_ref::<ShadowRoot>().map(|root| root.host().into());
            around = parent(&node).or(host);
        }
        options.set_subtree(true);
        options.set_character_data(true);
        observer.observe_with_options(scope, &options)?;
        roots.iter().try_for_each(|root| observer.observe_with_options(root, &options))?;
        Ok(once)
    }
}

/// Sees changes of elements' sizes until dropped.
pub struct Sizes {
    /// What they were when something was placed by them.
    pub measured: Rc<Measured>,
    _stop: Stop,
    _seen: Closure<dyn FnMut()>,
}

impl Sizes {
    /// Calls `seen` whenever one of `elements` has another size.
    pub fn new(elements: &[Element], mut seen: impl FnMut() + 'static) -> Result<Self, JsValue> {
        let measured = Rc::new(Measured { elements: elements.to_vec(), sizes: RefCell::default() });
        let (mut begun, known) = (false, measured.clone());
        // The first call comes with the next frame, and tells of nothing unless something was placed before.
        let seen = Closure::<dyn FnMut()>::new(move || {
            if std::mem::replace(&mut begun, true) || known.changed() {
                seen()
            }
        });
        let observer = ResizeObserver::new(seen.as_ref().unchecked_ref())?;
        elements.iter().for_each(|element| observer.observe(element));
        Ok(Self { measured, _stop: Stop::new(move || observer.disconnect()), _seen: seen })
    }
}

/// The sizes that elements had at one time.
pub struct Measured {
    elements: Vec<Element>,
    sizes: RefCell<Option<Vec<(f64, f64)>>>,
}

impl Measured {
    /// Measures the elements where that is done for the first time; the browser has to lay out the page for it.
    pub fn note(&self) {
        self.sizes.borrow_mut().get_or_insert_with(|| self.now());
    }

    fn changed(&self) -> bool {
        self.sizes.borrow().as_ref().is_some_and(|sizes| *sizes != self.now())
    }

    /// Width and height of each.
    fn now(&self) -> Vec<(f64, f64)> {
        let size = |element: &Element| {
            let rect = element.get_bounding_client_rect();
            (rect.width(), rect.height())
        };
        self.elements.iter().map(size).collect()
    }
}
