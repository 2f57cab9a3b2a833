//! Compilers and other tools, and what was built with them.
