//! What loads and what does not.

use super::*;

fn site(html: &str) -> bool {
    check_html(html, Allowed::OwnFiles).is_ok()
}

fn single(html: &str) -> bool {
    check_html(html, Allowed::Nothing).is_ok()
}

#[test]
fn what_loads_from_elsewhere_is_found() {
    for html in [
        "<script src=\"https://example.com/a.js\"></script>",
        "<script SRC=HTTP://example.com/a.js></script>",
        "<script src=//example.com/a.js></script>",
        "<script src='\\\\example.com/a.js'></script>",
        "<script src=' ht\ntps://example.com/'></script>",
        "<script src=/a.js></script>",
        "<link rel=stylesheet href=https://example.com/a.css>",
        "<base href=https://example.com/>",
        "<img srcset='a.png 1x, https://example.com/b.png 2x'>",
        "<link rel=preload imagesrcset='//example.com/b.png 2x'>",
        "<video poster=//example.com/a.png></video>",
        "<object data=//example.com/a></object>",
        "<form action=https://example.com/></form>",
        "<button formaction=https://example.com/></button>",
        "<a ping='a https://example.com/'></a>",
        "<p style='background: URL( \"https://example.com/a.png\" )'>",
        "<style>p { background: url(//example.com/a.png) }</style>",
        "<style>@import 'https://example.com/a.css';</style>",
        "<style>@import url(https://example.com/a.css);</style>",
        "<style>@IMPORT/**/\"//example.com/a.css\";</style>",
        "<style>p { background: u\\72l(//example.com/a.png) }</style>",
        "<style>p { background: ur\\l(//example.com/a.png) }</style>",
        "<style>p::after { content: '/*' } p { background: url(//example.com/a.png) } b::after \
            { content: '*/' }</style>",
        "<svg><image xlink:href=https://example.com/a.png /></svg>",
        "<svg><use href=https://example.com/a.svg#b /></svg>",
        "<meta http-equiv=Refresh content='0; url=https://example.com/'>",
        "<iframe srcdoc='<img src=//example.com/>'></iframe>",
        "<img src=javascript:a()>",
    ] {
        assert!(!site(html), "{html}");
        assert!(!single(html), "{html}");
    }
}

#[test]
fn files_beside_the_page_are_the_folder_s_only() {
    for html in [
        "<script src=a.js></script>",
        "<link rel=icon href=./a.svg>",
        "<style>p { background: url(a.png) }</style>",
        "<style>@import \"a.css\";</style>",
    ] {
        assert!(site(html), "{html}");
        assert!(!single(html), "{html}");
    }
}

#[test]
fn what_loads_nothing_is_left_alone() {
    for html in [
        "<a href=https://example.com/>There</a>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"></svg>",
        "<meta name=description content='see https://example.com/?a=b'>",
        "<p>https://example.com/</p>",
        "<script>a = 'https://example.com/';</script>",
        "<link rel=icon href=\"data:image/svg+xml;base64,PHN2Zz4=\">",
        "<style>/* https://example.com/ url(//example.com/) */ p \
            { background: url(\"data:image/svg+xml,(')\") }</style>",
        "<style>p::after { content: \"\\201c\\\"url\" } .a\\:b { color: red }</style>",
        "<svg><use href=#a /></svg>",
    ] {
        check_html(html, Allowed::OwnFiles).unwrap();
        check_html(html, Allowed::Nothing).unwrap();
    }
}

#[test]
fn the_error_names_the_address() {
    let error = check_html("<img src=https://example.com/a.png>", Allowed::OwnFiles).unwrap_err();
    assert!(format!("{error:#}").contains("https://example.com/a.png"), "{error:#}");
}
