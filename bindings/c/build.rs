//! Gives the shared library its SONAME, which carries the number of the ABI and not the version of the crate.

use std::env;

/// TKG_ABI_VERSION; a test compares the built library with it.
const ABI_VERSION: u32 = 1;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let system = env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    if ["linux", "freebsd", "netbsd", "openbsd", "android"].contains(&system.as_str()) {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libtaakgericht.so.{ABI_VERSION}");
    }
    if system == "macos" {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libtaakgericht.{ABI_VERSION}.dylib");
    }
}
