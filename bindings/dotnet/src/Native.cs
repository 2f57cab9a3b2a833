using System;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Taakgericht
{
    /// <summary>The functions of taakgericht.h. Every struct and array here is passed as it lies in memory.</summary>
    internal static class Native
    {
        private const string Name = "taakgericht";

        /// <summary>TKG_CALL; it differs from that of the system on 32-bit Windows only.</summary>
        private const CallingConvention Convention = CallingConvention.Cdecl;

        /// <summary>What a run calls (tkg_progress_fn).</summary>
        [UnmanagedFunctionPointer(Convention)]
        internal delegate int ProgressFunction(IntPtr context, long done, long total);

        /// <summary>The version of taakgericht.h that this was written for.</summary>
        private const uint AbiVersion = 1;
        private const uint HeaderMinor = 1;

        static Native()
        {
            var failure = new Failure();
            failure.Check(tkg_check_abi(AbiVersion, HeaderMinor, failure.Record));
        }

        [DllImport(Name, CallingConvention = Convention)] internal static extern IntPtr tkg_version();
        [DllImport(Name, CallingConvention = Convention)] internal static extern uint tkg_rules_version();
        [DllImport(Name, CallingConvention = Convention)]
        private static extern int tkg_check_abi(uint abi, uint minor, byte[] err);
        [DllImport(Name, CallingConvention = Convention)] internal static extern IntPtr tkg_status_name(int status);
        [DllImport(Name, CallingConvention = Convention)] internal static extern IntPtr tkg_status_kind(int status);

        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_decimal_from_i64(long unscaled, int scale, int[] number, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_decimal_to_i64(int[] number, int scale, out long unscaled, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_amount_parse(
            byte[] text, long length, Notation notation, out long cents, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_amount_format(
            long cents, Notation notation, byte[] buffer, long cap, out long needed, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_instalments(long amount, long count, long[] parts, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_table_round(
            long[] cells, long rows, long columns, long unit, long[] rowTotals, long[] columnTotals,
            long[] rounded, long cap, long[] roundedRows, long[] roundedColumns, out long total, byte[] err);

        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_plan_new(
            ref SplitStruct split, long[] weights, long count, out PlanHandle plan, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_plan_new_decimal(
            ref SplitStruct split, int[] weights, long count, out PlanHandle plan, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_plan_new_by_id(
            ref SplitStruct split, byte[] ids, long[] offsets, long[] weights, long count, out PlanHandle plan, byte[] err);
        [DllImport(Name, CallingConvention = Convention)] internal static extern void tkg_plan_free(IntPtr plan);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_cancel_new(out CancelHandle cancel, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_cancel_set(CancelHandle cancel, byte[] err);
        [DllImport(Name, CallingConvention = Convention)] internal static extern void tkg_cancel_free(IntPtr cancel);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_allocate_i64(
            PlanHandle plan, long amount, long[] parts, long cap, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_allocate_bounded_i64(
            PlanHandle plan, long amount, long[] floors, long[] ceilings, long[] parts, long cap, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_allocate_rows_i64(
            PlanHandle plan, long[] amounts, long rows, long[] parts, long cap, int[] rowStatus, IntPtr run, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_allocate_columns_i64(
            PlanHandle plan, long[] amounts, long rows, long[] parts, long cap, int[] rowStatus, IntPtr run, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_allocate_ragged_i64(
            ref SplitStruct split, long[] amounts, long rows, long[] offsets, long[] weights, long[] parts, long cap,
            int[] rowStatus, IntPtr run, byte[] err);

        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_waterfall_new(
            uint rules, LineStruct[] lines, long count, long unit, Tie tie, out WaterfallHandle waterfall, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_waterfall_new_rta(
            uint rules, int year, Reading reading, int[] cut, int[] inBase, int[] lines, long count, int[] residual,
            int[] residualUnit, out WaterfallHandle waterfall, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_waterfall_count(WaterfallHandle waterfall, out long count, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_waterfall_columns_i64(
            WaterfallHandle waterfall, long[] budgets, long rows, long[] parts, long cap, int[] rowStatus, IntPtr run, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern void tkg_waterfall_free(IntPtr waterfall);

        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_effort_amounts_i64(
            long[] tariffs, long[] volumes, long lines, int tariffDecimals, int volumeDecimals, long[] amounts, long cap, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_effort_sums_i64(
            long[] tariffs, long[] volumes, uint[] groups, long lines, int tariffDecimals, int volumeDecimals, long[] sums,
            long count, byte[] err);

        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_corridor_new(
            uint rules, int[] overFrom, int[] overShare, long overCount, int[] underFrom, int[] underShare, long underCount,
            out CorridorHandle corridor, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_corridor_settle_i64(
            CorridorHandle corridor, long[] lumpSums, long[] shadowCosts, long rows, Mode mode, long unit, long[] settled, long cap,
            int[] rowStatus, IntPtr run, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern void tkg_corridor_free(IntPtr corridor);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_index_percents(
            ref IndexRuleStruct rule, int firstYear, int[] provisional, int[] before, int[] became, long years, int firstOfContract,
            int[] percents, long cap, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_index_tariffs_i64(
            uint rules, long[] tariffs, long rows, int[] percents, long years, int firstYear, Chaining chaining, Mode mode, long unit,
            long[] indexed, long cap, byte[] err);

        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_pool_new(
            ref PoolTermsStruct terms, long[] key, long[] underspendKey, long count, out PoolHandle pool, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_pool_settle_i64(
            PoolHandle pool, long[] costs, long[] outside, long[] contributions, long[] clientOffsets, long[] clientCosts,
            long[] borne, long[] transfers, long cap, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_payments_i64(
            long[] transfers, long count, long[] from, long[] to, long[] amounts, long cap, out long needed, byte[] err);
        [DllImport(Name, CallingConvention = Convention)] internal static extern void tkg_pool_free(IntPtr pool);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_reconcile_rows_i64(
            uint rules, long[] stated, long rows, long statedUnit, Mode statedMode, long[] terms, int[] signs, long termCount,
            long unit, Mode mode, long[] gaps, int[] verdicts, long cap, int[] rowStatus, IntPtr run, byte[] err);

        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_text_view(TextHandle text, out IntPtr data, out long length, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_text_member(
            TextHandle text, byte[] name, long length, byte[] buffer, long cap, out long needed, byte[] err);
        [DllImport(Name, CallingConvention = Convention)] internal static extern void tkg_text_free(IntPtr text);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_call(
            uint rules, byte[] operation, long length, NamedText[] arguments, long count, out TextHandle results, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_operations(out TextHandle list, byte[] err);

        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_scenario_files(NamedText[] main, out TextHandle names, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_scenario_read(
            NamedText[] main, NamedText[] files, long count, out ScenarioHandle scenario, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_scenario_diagnose(
            NamedText[] main, NamedText[] files, long count, out TextHandle diagnosis, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_scenario_run(
            ScenarioHandle scenario, out OutcomeHandle outcome, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_scenario_explain(
            ScenarioHandle scenario, byte[] figure, long length, out TextHandle explanation, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern void tkg_scenario_free(IntPtr scenario);

        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_outcome_statements(OutcomeHandle outcome, out long count, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_outcome_find_statement(
            OutcomeHandle outcome, byte[] id, long length, out long position, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_outcome_statement(
            OutcomeHandle outcome, long position, ref StatementStruct statement, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_outcome_column(
            OutcomeHandle outcome, long statement, long position, ref ColumnStruct column, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_outcome_party(
            OutcomeHandle outcome, long position, ref PartyStruct party, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_outcome_json(OutcomeHandle outcome, out TextHandle json, byte[] err);
        [DllImport(Name, CallingConvention = Convention)]
        internal static extern int tkg_outcome_findings(
            OutcomeHandle outcome, Language language, out TextHandle json, byte[] err);
        [DllImport(Name, CallingConvention = Convention)] internal static extern void tkg_outcome_free(IntPtr outcome);
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct SplitStruct
    {
        internal uint StructSize;
        internal uint RulesVersion;
        internal int Method;
        internal int Tie;
        internal long Unit;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct RunStruct
    {
        internal uint StructSize;
        internal uint Flags;
        internal IntPtr Cancel;
        internal IntPtr Progress;
        internal IntPtr Context;
    }

    /// <summary>The bits of a decimal, which are those of a tkg_decimal.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Bits
    {
        internal int Low;
        internal int Middle;
        internal int High;
        internal int Flags;

        internal Bits(decimal number)
        {
            int[] bits = decimal.GetBits(number);
            Low = bits[0];
            Middle = bits[1];
            High = bits[2];
            Flags = bits[3];
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct IndexRuleStruct
    {
        internal uint StructSize;
        internal uint RulesVersion;
        internal Correction Correction;
        internal Stage Stage;
        internal Mode Mode;
        internal int Decimals;
        internal Bits Wages;
        internal Bits Prices;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct PoolTermsStruct
    {
        internal uint StructSize;
        internal uint RulesVersion;
        internal Model Model;
        internal Netting Netting;
        internal Residual Residual;
        internal Tie Tie;
        internal Bits Share;
        internal long Threshold;
        internal long Ceiling;
        internal long Levy;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct LineStruct
    {
        internal uint StructSize;
        internal int Rule;
        internal int Role;
        internal int Base;
        internal Bits Percent;
        internal long Fixed;
        internal long Floor;
        internal long Ceiling;
        internal long NameLength;
        internal IntPtr Name;
    }

    /// <summary>tkg_file and tkg_pair, which lie alike.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct NamedText
    {
        internal IntPtr Name;
        internal long NameLength;
        internal IntPtr Text;
        internal long TextLength;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct StatementStruct
    {
        internal uint StructSize;
        internal uint Reserved;
        internal long Year;
        internal long Rows;
        internal long Columns;
        internal IntPtr Id;
        internal IntPtr Parties;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct ColumnStruct
    {
        internal uint StructSize;
        internal Role Role;
        internal long Rows;
        internal long Total;
        internal IntPtr Name;
        internal IntPtr Amounts;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct PartyStruct
    {
        internal uint StructSize;
        internal int Division;
        internal IntPtr Code;
        internal IntPtr Name;
    }

    internal sealed class PlanHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        private PlanHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.tkg_plan_free(handle);
            return true;
        }
    }

    internal sealed class WaterfallHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        private WaterfallHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.tkg_waterfall_free(handle);
            return true;
        }
    }

    internal sealed class CorridorHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        private CorridorHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.tkg_corridor_free(handle);
            return true;
        }
    }

    internal sealed class PoolHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        private PoolHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.tkg_pool_free(handle);
            return true;
        }
    }

    internal sealed class CancelHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        private CancelHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.tkg_cancel_free(handle);
            return true;
        }
    }

    internal sealed class TextHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        private TextHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.tkg_text_free(handle);
            return true;
        }
    }

    internal sealed class ScenarioHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        private ScenarioHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.tkg_scenario_free(handle);
            return true;
        }
    }

    internal sealed class OutcomeHandle : SafeHandleZeroOrMinusOneIsInvalid
    {
        private OutcomeHandle() : base(true) { }

        protected override bool ReleaseHandle()
        {
            Native.tkg_outcome_free(handle);
            return true;
        }
    }
}
