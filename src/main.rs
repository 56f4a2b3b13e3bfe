//! One program, two parts to play: the page, or a worker of it. Which one it is tells the global scope: only a page has
//! a window. The same module, compiled once, is handed to the worker.

#[cfg(target_arch = "wasm32")]
fn main() {
    if web_sys::window().is_some() {
        cdr_lens::app::start();
    } else {
        cdr_lens::engine::run_worker();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("CDR Lens is a web page. Build and open it with: cargo xtask serve --open");
    std::process::exit(2);
}
