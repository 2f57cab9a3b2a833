using System;
using System.Runtime.InteropServices;
using System.Threading;

namespace Taakgericht
{
    /// <summary>Calls that a token cancels.</summary>
    internal static class Watched
    {
        /// <summary>A call whose last arguments are the run and the record.</summary>
        internal static void Thrown(CancellationToken token, Func<IntPtr, byte[], int> call)
        {
            if (!token.CanBeCanceled)
            {
                Failure.Thrown(err => call(IntPtr.Zero, err));
                return;
            }
            CancelHandle cancel = null;
            Failure.Thrown(err => Native.tkg_cancel_new(out cancel, err));
            using (cancel)
            using (token.Register(() => Failure.Thrown(err => Native.tkg_cancel_set(cancel, err))))
            {
                var run = new RunStruct
                {
                    StructSize = checked((uint)Marshal.SizeOf(typeof(RunStruct))),
                    Cancel = cancel.DangerousGetHandle(),
                };
                GCHandle pinned = GCHandle.Alloc(run, GCHandleType.Pinned);
                try
                {
                    Failure.Thrown(err => call(pinned.AddrOfPinnedObject(), err));
                }
                catch (TaakgerichtException failure) when (failure.Code == "TKG_E_CANCELLED")
                {
                    throw new OperationCanceledException(failure.Message, failure, token);
                }
                finally
                {
                    pinned.Free();
                }
            }
        }
    }
}
