      *> Calls with numbers and records, and their failures.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. TYPED.

       DATA DIVISION.
       WORKING-STORAGE SECTION.
       COPY "taakgericht.cpy".

       01  STEP                            PIC X(40).
       01  EXPECTED                        PIC S9(9) COMP-5.
       01  FAILURES                        PIC S9(9) COMP-5 VALUE 0.
       01  SHOWN                           PIC X(500).
       01  SHORT-BUFFER                    PIC X(2).
       01  BUFFER                          PIC X(32).
       01  NEEDED                          PIC S9(18) COMP-5.
       01  CAPACITY                        PIC S9(18) COMP-5.
       01  CENTS                           PIC S9(18) COMP-5.
       01  PLAN                            USAGE POINTER.
       01  WEIGHTS.
           05  WEIGHT OCCURS 3             PIC S9(18) COMP-5 VALUE 1.
      *> Codes of municipalities: 6 letters each, one after another.
       01  IDS                             PIC X(18)
                                           VALUE "GM1663GM0005GM0053".
       01  OFFSETS.
           05  OFFSET OCCURS 4             PIC S9(18) COMP-5.
       01  PLAN-BY-ID                      USAGE POINTER.
       01  PARTS.
           05  PART OCCURS 9               PIC S9(18) COMP-5.
       01  ROW-AMOUNTS.
           05  ROW-AMOUNT OCCURS 3         PIC S9(18) COMP-5.
       01  ROW-STATUSES.
           05  ROW-STATUS OCCURS 3         PIC S9(9) COMP-5.
      *> Euros as an administration holds them.
       01  EUROS                           PIC S9(11)V99 COMP-3
                                           VALUE -1234.56.
       01  CENTS-OF-EUROS                  PIC S9(16)V99 COMP-5.
       01  WHOLE-CENTS REDEFINES CENTS-OF-EUROS PIC S9(18) COMP-5.
       01  TWO-DECIMALS                    PIC S9(9) COMP-5 VALUE 2.
       01  DUTCH-TEXT                      PIC X(9)
                                           VALUE Z"1.234,56".
      *> Tenths of cents, as other administrations hold them.
       01  MILLS                           PIC S9(11)V999 COMP-3
                                           VALUE 1.005.
       01  UNITS-OF-MILLS                  PIC S9(15)V999 COMP-5.
       01  WHOLE-MILLS REDEFINES UNITS-OF-MILLS PIC S9(18) COMP-5.
       01  THREE-DECIMALS                  PIC S9(9) COMP-5 VALUE 3.
       01  MOST-TEXT                       PIC X(21)
                                 VALUE Z"92233720368547758.07".
       01  PACKED                          PIC S9(11)V99 COMP-3.
       01  TOO-LARGE                       PIC X VALUE "N".
       01  RUNS.
           05  RUN-AMOUNT OCCURS 3000      PIC S9(18) COMP-5 VALUE 3.
       01  RUN-PARTS.
           05  RUN-PART OCCURS 9000        PIC S9(18) COMP-5.
       01  HEARD                           EXTERNAL.
           05  HEARD-CALLS                 PIC S9(9) COMP-5.
           05  HEARD-DONE                  PIC S9(18) COMP-5.
           05  HEARD-STOP-AT               PIC S9(18) COMP-5.

       PROCEDURE DIVISION.
       MAIN-LINE.
           PERFORM VERSIONS
           PERFORM LAYOUT
           PERFORM DECIMALS
           PERFORM SPLIT-OF-ONE-AMOUNT
           PERFORM SPLIT-BY-ID
           PERFORM NO-DIGIT-IS-CUT-OFF
           PERFORM ROWS
           PERFORM WATCHED-RUNS
           CALL "tkg_plan_free" USING BY VALUE PLAN RETURNING OMITTED
           PERFORM SPLIT-FAILURES
           IF FAILURES = 0
               DISPLAY "all is as the copybook says"
           END-IF
           MOVE FAILURES TO RETURN-CODE
           GOBACK.

       VERSIONS.
           MOVE "the ABI of the copybook" TO STEP
           CALL "tkg_check_abi" USING BY VALUE SIZE 4 TKG-ABI-VERSION
             BY VALUE SIZE 4 TKG-VERSION-MINOR BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           MOVE "another ABI" TO STEP
           CALL "tkg_check_abi" USING BY VALUE SIZE 4 99
             BY VALUE SIZE 4 TKG-VERSION-MINOR BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           MOVE TKG-E-ABI TO EXPECTED
           PERFORM EXPECT.

      *> The records are as long as they say.
       LAYOUT.
           IF LENGTH OF TKG-ERROR NOT = TKG-ERR-STRUCT-SIZE
             OR LENGTH OF TKG-SPLIT NOT = TKG-SPL-STRUCT-SIZE
             OR LENGTH OF TKG-RUN NOT = TKG-RUN-STRUCT-SIZE
             OR LENGTH OF TKG-LINE NOT = TKG-LIN-STRUCT-SIZE
             OR LENGTH OF TKG-INDEX-RULE NOT = TKG-IXR-STRUCT-SIZE
             OR LENGTH OF TKG-POOL-TERMS NOT = TKG-POL-STRUCT-SIZE
             OR LENGTH OF TKG-STATEMENT NOT = TKG-STM-STRUCT-SIZE
             OR LENGTH OF TKG-COLUMN NOT = TKG-COL-STRUCT-SIZE
             OR LENGTH OF TKG-PARTY NOT = TKG-PAR-STRUCT-SIZE
               DISPLAY "a record has another length"
               ADD 1 TO FAILURES
           END-IF.

       DECIMALS.
           MOVE "a packed amount as a decimal" TO STEP
           MOVE EUROS TO CENTS-OF-EUROS
           CALL "tkg_decimal_from_i64" USING
             BY VALUE SIZE 8 WHOLE-CENTS BY VALUE SIZE 4 TWO-DECIMALS
             BY REFERENCE TKG-DECIMAL BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           MOVE "as text" TO STEP
           MOVE LENGTH OF BUFFER TO CAPACITY
           CALL "tkg_decimal_format" USING BY REFERENCE TKG-DECIMAL
             BY REFERENCE BUFFER BY VALUE SIZE 8 CAPACITY
             BY REFERENCE NEEDED BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           IF BUFFER(1:NEEDED) NOT = "-1234.56" OR NEEDED NOT = 8
               DISPLAY "found " BUFFER(1:NEEDED)
               ADD 1 TO FAILURES
           END-IF
           MOVE "a short buffer" TO STEP
           MOVE LENGTH OF SHORT-BUFFER TO CAPACITY
           MOVE 0 TO NEEDED
           CALL "tkg_decimal_format" USING BY REFERENCE TKG-DECIMAL
             BY REFERENCE SHORT-BUFFER BY VALUE SIZE 8 CAPACITY
             BY REFERENCE NEEDED BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           MOVE TKG-E-BUFFER TO EXPECTED
           PERFORM EXPECT
           IF NEEDED NOT = 8
               DISPLAY "a short buffer needs " NEEDED
               ADD 1 TO FAILURES
           END-IF
           MOVE "no digit is lost" TO STEP
           CALL "tkg_decimal_to_i64" USING BY REFERENCE TKG-DECIMAL
             BY VALUE SIZE 4 1 BY REFERENCE CENTS
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           MOVE TKG-E-INEXACT TO EXPECTED
           PERFORM EXPECT
           MOVE "Dutch text" TO STEP
           MOVE -1 TO CAPACITY
           CALL "tkg_amount_parse" USING BY REFERENCE DUTCH-TEXT
             BY VALUE SIZE 8 CAPACITY
             BY VALUE SIZE 4 TKG-NOTATION-DUTCH BY REFERENCE CENTS
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           IF CENTS NOT = 123456
               DISPLAY "Dutch text is " CENTS
               ADD 1 TO FAILURES
           END-IF.

      *> More cents than 32 bits hold, and below zero.
       SPLIT-OF-ONE-AMOUNT.
           MOVE "a plan" TO STEP
           PERFORM NEW-PLAN
           PERFORM EXPECT-OK
           MOVE "a split" TO STEP
           MOVE -100000000000 TO CENTS
           MOVE 3 TO CAPACITY
           PERFORM DIVIDE-CENTS
           PERFORM EXPECT-OK
           IF PART(1) NOT = -33333333334 OR PART(2) NOT = -33333333333
             OR PART(3) NOT = -33333333333
               DISPLAY "parts " PART(1) " " PART(2) " " PART(3)
               ADD 1 TO FAILURES
           END-IF
           MOVE "two parts for three weights" TO STEP
           MOVE 2 TO CAPACITY
           PERFORM DIVIDE-CENTS
           MOVE TKG-E-BUFFER TO EXPECTED
           PERFORM EXPECT
           MOVE "no amount" TO STEP
           MOVE 3 TO CAPACITY
           MOVE TKG-MISSING TO CENTS
           PERFORM DIVIDE-CENTS
           MOVE TKG-E-MISSING TO EXPECTED
           PERFORM EXPECT.

      *> All tie for the last cent, which goes to the first id.
       SPLIT-BY-ID.
           MOVE "a plan by id" TO STEP
           MOVE 0 TO OFFSET(1)
           MOVE 6 TO OFFSET(2)
           MOVE 12 TO OFFSET(3)
           MOVE 18 TO OFFSET(4)
           MOVE 3 TO CAPACITY
           CALL "tkg_plan_new_by_id" USING BY REFERENCE TKG-SPLIT
             BY REFERENCE IDS BY REFERENCE OFFSETS
             BY REFERENCE WEIGHTS BY VALUE SIZE 8 CAPACITY
             BY REFERENCE PLAN-BY-ID BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           MOVE 100 TO CENTS
           CALL "tkg_allocate_i64" USING BY VALUE PLAN-BY-ID
             BY VALUE SIZE 8 CENTS BY REFERENCE PARTS
             BY VALUE SIZE 8 CAPACITY BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           IF PART(1) NOT = 33 OR PART(2) NOT = 34 OR PART(3) NOT = 33
               DISPLAY "parts " PART(1) " " PART(2) " " PART(3)
               ADD 1 TO FAILURES
           END-IF
           CALL "tkg_plan_free" USING BY VALUE PLAN-BY-ID
             RETURNING OMITTED.

      *> The second row is no amount; the others are divided.
       ROWS.
           MOVE "rows" TO STEP
           MOVE 100 TO ROW-AMOUNT(1)
           MOVE TKG-MISSING TO ROW-AMOUNT(2)
           MOVE 4294967298 TO ROW-AMOUNT(3)
           MOVE 3 TO NEEDED
           MOVE 9 TO CAPACITY
           CALL "tkg_allocate_rows_i64" USING BY VALUE PLAN
             BY REFERENCE ROW-AMOUNTS BY VALUE SIZE 8 NEEDED
             BY REFERENCE PARTS BY VALUE SIZE 8 CAPACITY
             BY REFERENCE ROW-STATUSES BY VALUE NULL
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           IF ROW-STATUS(1) NOT = TKG-OK
             OR ROW-STATUS(2) NOT = TKG-E-MISSING
             OR ROW-STATUS(3) NOT = TKG-OK
             OR PART(1) NOT = 34 OR PART(2) NOT = 33
             OR PART(4) NOT = TKG-MISSING
             OR PART(7) NOT = 1431655766 OR PART(9) NOT = 1431655766
               DISPLAY "other rows than expected"
               ADD 1 TO FAILURES
           END-IF.

      *> HEARS hears how far a run is, and stops it; so does a token.
       WATCHED-RUNS.
           MOVE "a run that is heard" TO STEP
           SET TKG-RUN-PROGRESS TO ENTRY "HEARS"
           MOVE 0 TO HEARD-CALLS
           MOVE -1 TO HEARD-STOP-AT
           PERFORM DIVIDE-RUNS
           PERFORM EXPECT-OK
           IF HEARD-CALLS NOT = 4 OR HEARD-DONE NOT = 3000
             OR RUN-PART(9000) NOT = 1
               DISPLAY "heard " HEARD-CALLS " times, " HEARD-DONE
               ADD 1 TO FAILURES
           END-IF
           MOVE "a run that is stopped" TO STEP
           MOVE 1024 TO HEARD-STOP-AT
           PERFORM DIVIDE-RUNS
           MOVE TKG-E-CANCELLED TO EXPECTED
           PERFORM EXPECT
           MOVE "a token" TO STEP
           SET TKG-RUN-PROGRESS TO NULL
           CALL "tkg_cancel_new" USING BY REFERENCE TKG-RUN-CANCEL
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           PERFORM DIVIDE-RUNS
           PERFORM EXPECT-OK
           MOVE "a run that a token stops" TO STEP
           CALL "tkg_cancel_set" USING BY VALUE TKG-RUN-CANCEL
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           PERFORM DIVIDE-RUNS
           MOVE TKG-E-CANCELLED TO EXPECTED
           PERFORM EXPECT
           CALL "tkg_cancel_free" USING BY VALUE TKG-RUN-CANCEL
             RETURNING OMITTED.

       DIVIDE-RUNS.
           MOVE 3000 TO NEEDED
           MOVE 9000 TO CAPACITY
           CALL "tkg_allocate_rows_i64" USING BY VALUE PLAN
             BY REFERENCE RUNS BY VALUE SIZE 8 NEEDED
             BY REFERENCE RUN-PARTS BY VALUE SIZE 8 CAPACITY
             BY VALUE NULL BY REFERENCE TKG-RUN
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS.

      *> MOVE cuts digits off at both ends without a word; the library
      *> and ON SIZE ERROR do not.
       NO-DIGIT-IS-CUT-OFF.
           MOVE "tenths of cents" TO STEP
           PERFORM CENTS-OF-MILLS
           MOVE TKG-E-INEXACT TO EXPECTED
           PERFORM EXPECT
           MOVE "tenths of cents that are whole cents" TO STEP
           MOVE 1.010 TO MILLS
           PERFORM CENTS-OF-MILLS
           PERFORM EXPECT-OK
           MOVE "more digits than PIC S9(18) says" TO STEP
           MOVE -1 TO CAPACITY
           CALL "tkg_amount_parse" USING BY REFERENCE MOST-TEXT
             BY VALUE SIZE 8 CAPACITY
             BY VALUE SIZE 4 TKG-NOTATION-PLAIN BY REFERENCE WHOLE-CENTS
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           COMPUTE PACKED = CENTS-OF-EUROS
             ON SIZE ERROR MOVE "Y" TO TOO-LARGE
           END-COMPUTE
           MOVE LENGTH OF BUFFER TO CAPACITY
           CALL "tkg_amount_format" USING BY VALUE SIZE 8 WHOLE-CENTS
             BY VALUE SIZE 4 TKG-NOTATION-PLAIN BY REFERENCE BUFFER
             BY VALUE SIZE 8 CAPACITY BY REFERENCE NEEDED
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           IF CENTS NOT = 101 OR TOO-LARGE NOT = "Y"
             OR BUFFER(1:NEEDED) NOT = "92233720368547758.07"
               DISPLAY CENTS " " TOO-LARGE " " BUFFER(1:NEEDED)
               ADD 1 TO FAILURES
           END-IF.

       CENTS-OF-MILLS.
           MOVE MILLS TO UNITS-OF-MILLS
           CALL "tkg_decimal_from_i64" USING
             BY VALUE SIZE 8 WHOLE-MILLS BY VALUE SIZE 4 THREE-DECIMALS
             BY REFERENCE TKG-DECIMAL BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           PERFORM EXPECT-OK
           CALL "tkg_decimal_to_i64" USING BY REFERENCE TKG-DECIMAL
             BY VALUE SIZE 4 TWO-DECIMALS BY REFERENCE CENTS
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS.

       SPLIT-FAILURES.
           MOVE "a weight below zero" TO STEP
           MOVE -1 TO WEIGHT(2)
           PERFORM NEW-PLAN
           MOVE TKG-E-NEGATIVE-WEIGHT TO EXPECTED
           PERFORM EXPECT
           MOVE SPACES TO SHOWN
           STRING TKG-ERR-FIELD DELIMITED BY LOW-VALUE ": "
             TKG-ERR-MESSAGE DELIMITED BY LOW-VALUE INTO SHOWN
           DISPLAY "item " TKG-ERR-ITEM " of " FUNCTION TRIM(SHOWN)
           IF PLAN NOT = NULL OR TKG-ERR-CODE NOT = EXPECTED
               DISPLAY "a plan, or another code"
               ADD 1 TO FAILURES
           END-IF
           MOVE "weights of zero" TO STEP
           INITIALIZE WEIGHTS
           PERFORM NEW-PLAN
           MOVE TKG-E-ZERO-WEIGHTS TO EXPECTED
           PERFORM EXPECT
           MOVE "another struct size" TO STEP
           MOVE 4 TO TKG-SPL-STRUCT-SIZE
           PERFORM NEW-PLAN
           MOVE TKG-E-ABI TO EXPECTED
           PERFORM EXPECT.

       NEW-PLAN.
           MOVE 3 TO CAPACITY
           CALL "tkg_plan_new" USING BY REFERENCE TKG-SPLIT
             BY REFERENCE WEIGHTS BY VALUE SIZE 8 CAPACITY
             BY REFERENCE PLAN BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS.

       DIVIDE-CENTS.
           CALL "tkg_allocate_i64" USING BY VALUE PLAN
             BY VALUE SIZE 8 CENTS BY REFERENCE PARTS
             BY VALUE SIZE 8 CAPACITY BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS.

       EXPECT-OK.
           MOVE TKG-OK TO EXPECTED
           PERFORM EXPECT.

       EXPECT.
           IF TKG-STATUS NOT = EXPECTED
               MOVE SPACES TO SHOWN
               STRING TKG-ERR-MESSAGE DELIMITED BY LOW-VALUE INTO SHOWN
               DISPLAY FUNCTION TRIM(STEP) ": found " TKG-STATUS
                 ", expected " EXPECTED ": " FUNCTION TRIM(SHOWN)
               ADD 1 TO FAILURES
           END-IF.
       END PROGRAM TYPED.

      *> What the library calls: of so many rows, so many are done. A
      *> RETURN-CODE other than 0 stops the run.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. HEARS.

       DATA DIVISION.
       WORKING-STORAGE SECTION.
       01  HEARD                           EXTERNAL.
           05  HEARD-CALLS                 PIC S9(9) COMP-5.
           05  HEARD-DONE                  PIC S9(18) COMP-5.
           05  HEARD-STOP-AT               PIC S9(18) COMP-5.

       LINKAGE SECTION.
       01  CONTEXT                         USAGE POINTER.
       01  DONE                            PIC S9(18) COMP-5.
       01  TOTAL                           PIC S9(18) COMP-5.

       PROCEDURE DIVISION USING BY VALUE CONTEXT DONE TOTAL.
           ADD 1 TO HEARD-CALLS
           MOVE DONE TO HEARD-DONE
           MOVE 0 TO RETURN-CODE
           IF DONE = HEARD-STOP-AT
               MOVE 1 TO RETURN-CODE
           END-IF
           GOBACK.
       END PROGRAM HEARS.
