//! Sizes, offsets and numbers are the same in C and in Rust.

use crate::support::build::{command, has, run, strict, temporary};
use crate::support::{macros, structs};
use core::mem::offset_of;
use std::fs;
use taakgericht_c::amount::{TKG_MISSING, TKG_NOTATION_DUTCH, TKG_NOTATION_EITHER, TKG_NOTATION_PLAIN};
use taakgericht_c::arrow::{TKG_ARROW_DECIMAL, TKG_ARROW_INT64};
use taakgericht_c::call::tkg_pair;
use taakgericht_c::decimal::{TKG_MAX_SCALE, tkg_decimal};
use taakgericht_c::findings::{TKG_LANGUAGE_EN, TKG_LANGUAGE_NL};
use taakgericht_c::indexation::{
    TKG_CHAIN_FROM_BASE, TKG_CHAIN_ON_ROUNDED, TKG_INDEX_COMPOUNDING, TKG_INDEX_DIFFERENCE, TKG_INDEX_RATIO,
    TKG_STAGE_EACH, TKG_STAGE_WEIGHTED, tkg_index_figures, tkg_index_rule,
};
use taakgericht_c::outcome::{TKG_ROLE_MEMO, TKG_ROLE_PART, TKG_ROLE_TOTAL, tkg_column, tkg_party, tkg_statement};
use taakgericht_c::plan::{
    TKG_METHOD_ADAMS, TKG_METHOD_CUMULATIVE, TKG_METHOD_FIRST_TAKES_REST, TKG_METHOD_HUNTINGTON_HILL,
    TKG_METHOD_JEFFERSON, TKG_METHOD_LARGEST_REMAINDER, TKG_METHOD_LAST_TAKES_REST, TKG_METHOD_WEBSTER, TKG_TIE_FIRST,
    TKG_TIE_LARGEST_WEIGHT, TKG_TIE_LAST, TKG_TIE_REFUSE, tkg_split,
};
use taakgericht_c::pool::{
    TKG_MODEL_ACTUAL_USE, TKG_MODEL_BLEND, TKG_MODEL_CORRIDOR, TKG_MODEL_INSURANCE, TKG_MODEL_STOP_LOSS,
    TKG_NETTING_EACH_SIDE, TKG_NETTING_NETTED, TKG_NETTING_OVERSPENDS_ONLY, TKG_RESIDUAL_CUMULATIVE,
    TKG_RESIDUAL_FIRST, TKG_RESIDUAL_LARGEST, TKG_RESIDUAL_LAST, tkg_pool_terms,
};
use taakgericht_c::reconcile::{TKG_VERDICT_ERROR, TKG_VERDICT_EXPLAINED, TKG_VERDICT_HOLDS, TKG_VERDICT_ONLY_IF};
use taakgericht_c::record::tkg_error;
use taakgericht_c::rounding::{
    TKG_MODE_CEILING, TKG_MODE_DOWN, TKG_MODE_EXACT, TKG_MODE_FLOOR, TKG_MODE_HALF_DOWN, TKG_MODE_HALF_EVEN,
    TKG_MODE_HALF_UP, TKG_MODE_UP,
};
use taakgericht_c::run::tkg_run;
use taakgericht_c::scenario::tkg_file;
use taakgericht_c::status::{
    TKG_E_ABI, TKG_E_AMBIGUOUS, TKG_E_ARGUMENT, TKG_E_BOUNDS, TKG_E_BUFFER, TKG_E_CANCELLED, TKG_E_DIVISION,
    TKG_E_DUPLICATE, TKG_E_INEXACT, TKG_E_INTERNAL, TKG_E_KEY_SUM, TKG_E_LENGTH, TKG_E_MEMO, TKG_E_MISSING,
    TKG_E_NEGATIVE_WEIGHT, TKG_E_NOMEM, TKG_E_NULL, TKG_E_OUT_OF_RANGE, TKG_E_OVERFLOW, TKG_E_POOL, TKG_E_SCHEDULE_SUM,
    TKG_E_STATE, TKG_E_SYNTAX, TKG_E_TABLE_CONFLICT, TKG_E_TIE, TKG_E_UNIT, TKG_E_UNKNOWN_KEY, TKG_E_UNKNOWN_NAME,
    TKG_E_UNREADABLE, TKG_E_WATERFALL, TKG_E_WRONG_TYPE, TKG_E_ZERO_WEIGHTS, TKG_OK,
};
use taakgericht_c::version::{
    TKG_ABI_VERSION, TKG_RULES_VERSION, TKG_VERSION_MAJOR, TKG_VERSION_MINOR, TKG_VERSION_PATCH,
};
use taakgericht_c::waterfall::{
    TKG_BASE_WHOLE, TKG_READING_COMPOUNDING, TKG_READING_CUMULATIVE_POINTS, TKG_READING_LITERAL, TKG_RULE_FIXED,
    TKG_RULE_RESIDUAL, TKG_RULE_SHARE, TKG_RULE_SHARE_OF_REST, tkg_line,
};

/// Each with its fields, as Rust lays them out.
macro_rules! layout {
    ($($name:ident { $($field:ident),* })*) => {{
        let mut lines = Vec::new();
        $(
            lines.push(format!("{} {}", stringify!($name), size_of::<$name>()));
            $(lines.push(format!("{}.{} {}", stringify!($name), stringify!($field), offset_of!($name, $field)));)*
        )*
        lines
    }};
}

/// Each with its number.
macro_rules! numbers {
    ($($name:ident),* $(,)?) => { vec![$(format!("{} {}", stringify!($name), i128::from($name))),*] };
}

fn in_rust() -> Vec<String> {
    let mut lines = layout! {
        tkg_error { struct_size, code, row, item, field, message }
        tkg_decimal { lo, mid, hi, reserved, scale, sign }
        tkg_split { struct_size, rules_version, method, tie_rule, unit }
        tkg_run { struct_size, flags, cancel, progress, ctx }
        tkg_line { struct_size, rule, role, base, percent, fixed, floor, ceiling, name_length, name }
        tkg_index_rule { struct_size, rules_version, method, stage, mode, decimals, wages, prices }
        tkg_index_figures { wages, prices }
        tkg_pool_terms { struct_size, rules_version, model, netting, residual, tie_rule, share, threshold, ceiling, levy }
        tkg_pair { name, name_length, text, text_length }
        tkg_file { name, name_length, text, text_length }
        tkg_statement { struct_size, reserved, year, rows, columns, id, parties }
        tkg_column { struct_size, role, rows, total, name, amounts }
        tkg_party { struct_size, division, code, name }
    };
    lines.extend(numbers![
        TKG_ABI_VERSION,
        TKG_VERSION_MAJOR,
        TKG_VERSION_MINOR,
        TKG_VERSION_PATCH,
        TKG_RULES_VERSION,
        TKG_OK,
        TKG_E_NULL,
        TKG_E_ARGUMENT,
        TKG_E_BUFFER,
        TKG_E_STATE,
        TKG_E_ABI,
        TKG_E_SYNTAX,
        TKG_E_UNKNOWN_KEY,
        TKG_E_MISSING,
        TKG_E_DUPLICATE,
        TKG_E_UNKNOWN_NAME,
        TKG_E_WRONG_TYPE,
        TKG_E_UNREADABLE,
        TKG_E_AMBIGUOUS,
        TKG_E_OUT_OF_RANGE,
        TKG_E_LENGTH,
        TKG_E_NEGATIVE_WEIGHT,
        TKG_E_ZERO_WEIGHTS,
        TKG_E_KEY_SUM,
        TKG_E_UNIT,
        TKG_E_BOUNDS,
        TKG_E_TIE,
        TKG_E_SCHEDULE_SUM,
        TKG_E_WATERFALL,
        TKG_E_MEMO,
        TKG_E_TABLE_CONFLICT,
        TKG_E_OVERFLOW,
        TKG_E_INEXACT,
        TKG_E_DIVISION,
        TKG_E_POOL,
        TKG_E_CANCELLED,
        TKG_E_NOMEM,
        TKG_E_INTERNAL,
        TKG_MAX_SCALE,
        TKG_MISSING,
        TKG_NOTATION_PLAIN,
        TKG_NOTATION_DUTCH,
        TKG_NOTATION_EITHER,
        TKG_METHOD_LARGEST_REMAINDER,
        TKG_METHOD_CUMULATIVE,
        TKG_METHOD_FIRST_TAKES_REST,
        TKG_METHOD_LAST_TAKES_REST,
        TKG_METHOD_WEBSTER,
        TKG_METHOD_JEFFERSON,
        TKG_METHOD_ADAMS,
        TKG_METHOD_HUNTINGTON_HILL,
        TKG_TIE_FIRST,
        TKG_TIE_LAST,
        TKG_TIE_LARGEST_WEIGHT,
        TKG_TIE_REFUSE,
        TKG_RULE_SHARE,
        TKG_RULE_SHARE_OF_REST,
        TKG_RULE_FIXED,
        TKG_RULE_RESIDUAL,
        TKG_BASE_WHOLE,
        TKG_READING_CUMULATIVE_POINTS,
        TKG_READING_LITERAL,
        TKG_READING_COMPOUNDING,
        TKG_MODE_HALF_UP,
        TKG_MODE_HALF_EVEN,
        TKG_MODE_HALF_DOWN,
        TKG_MODE_UP,
        TKG_MODE_DOWN,
        TKG_MODE_FLOOR,
        TKG_MODE_CEILING,
        TKG_MODE_EXACT,
        TKG_VERDICT_HOLDS,
        TKG_VERDICT_EXPLAINED,
        TKG_VERDICT_ONLY_IF,
        TKG_VERDICT_ERROR,
        TKG_INDEX_RATIO,
        TKG_INDEX_DIFFERENCE,
        TKG_INDEX_COMPOUNDING,
        TKG_STAGE_WEIGHTED,
        TKG_STAGE_EACH,
        TKG_CHAIN_ON_ROUNDED,
        TKG_CHAIN_FROM_BASE,
        TKG_MODEL_ACTUAL_USE,
        TKG_MODEL_INSURANCE,
        TKG_MODEL_BLEND,
        TKG_MODEL_CORRIDOR,
        TKG_MODEL_STOP_LOSS,
        TKG_NETTING_NETTED,
        TKG_NETTING_EACH_SIDE,
        TKG_NETTING_OVERSPENDS_ONLY,
        TKG_RESIDUAL_LARGEST,
        TKG_RESIDUAL_CUMULATIVE,
        TKG_RESIDUAL_FIRST,
        TKG_RESIDUAL_LAST,
        TKG_ROLE_PART,
        TKG_ROLE_MEMO,
        TKG_ROLE_TOTAL,
        TKG_ARROW_DECIMAL,
        TKG_ARROW_INT64,
        TKG_LANGUAGE_EN,
        TKG_LANGUAGE_NL,
    ]);
    lines
}

/// A C program that says the same of everything that stands in the header.
fn program() -> String {
    let mut code =
        String::from("#include <stddef.h>\n#include <stdio.h>\n#include <taakgericht.h>\nint main(void) {\n");
    for (name, fields) in structs() {
        code += &format!("  printf(\"{name} %d\\n\", (int)sizeof({name}));\n");
        for field in fields {
            code += &format!("  printf(\"{name}.{field} %d\\n\", (int)offsetof({name}, {field}));\n");
        }
    }
    for name in macros() {
        code += &format!("  printf(\"{name} %lld\\n\", (long long){name});\n");
    }
    code + "  return 0;\n}\n"
}

#[test]
fn c_and_rust_say_the_same() {
    if !has("cc") {
        return;
    }
    let folder = temporary();
    let (source, binary) = (folder.path().join("layout.c"), folder.path().join("layout"));
    fs::write(&source, program()).expect("a file");
    run(command("cc", strict("c99")).arg(&source).arg("-o").arg(&binary));
    let in_c = run(&mut command::<&str>(&binary.display().to_string(), []));
    assert_eq!(in_c.lines().collect::<Vec<_>>(), in_rust());
}
