      *> Carries out the worked examples of tests/corpus through the
      *> library, and compares bytes.
      *>
      *>   corpus FILE.csv ...
      *>
      *> Says how many cases of each file came out as they should, and
      *> stops at the first that does not.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. CORPUS.

       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT CSV-FILE ASSIGN TO DYNAMIC FILE-NAME
             ORGANIZATION LINE SEQUENTIAL FILE STATUS FILE-STATUS.

       DATA DIVISION.
       FILE SECTION.
       FD  CSV-FILE RECORD VARYING FROM 1 TO 4000
           DEPENDING ON CSV-LENGTH.
       01  CSV-LINE                        PIC X(4000).

       WORKING-STORAGE SECTION.
       COPY "taakgericht.cpy".

       01  FILE-NAME                       PIC X(500).
       01  FILE-STATUS                     PIC XX.
       01  CSV-LENGTH                      PIC 9(9) COMP-5.
       01  FILE-AT                         PIC S9(9) COMP-5.
       01  FILE-COUNT                      PIC S9(9) COMP-5.
       01  NAME-AT                         PIC S9(9) COMP-5.
       01  OPERATION                       PIC X(40).
       01  OPERATION-LENGTH                PIC S9(18) COMP-5.
       01  CASE-COUNT                      PIC S9(9) COMP-5.
       01  CASES-SHOWN                     PIC Z(8)9.
       01  RULES-VERSION                   PIC S9(9) COMP-5
                                           VALUE TKG-RULES-VERSION.

      *> The first line of a file, and one that follows.
       01  HEAD-COUNT                      PIC S9(9) COMP-5.
       01  HEADS.
           05  HEAD OCCURS 32              PIC X(40).
       01  CELL-COUNT                      PIC S9(9) COMP-5.
       01  CELL-ENTRIES.
           05  CELL-ENTRY OCCURS 32.
               10  CELL-LENGTH             PIC S9(18) COMP-5.
               10  CELL-TEXT               PIC X(4000).
       01  SCAN-AT                         PIC S9(9) COMP-5.
       01  QUOTED                          PIC X.
       01  LETTER                          PIC X.
       01  COLUMN-AT                       PIC S9(9) COMP-5.

       01  ARGUMENT-COUNT                  PIC S9(18) COMP-5.
       01  ARGUMENTS.
           05  ARGUMENT OCCURS 32.
               10  NAME-POINTER            USAGE POINTER.
               10  NAME-LENGTH             PIC S9(18) COMP-5.
               10  TEXT-POINTER            USAGE POINTER.
               10  TEXT-LENGTH             PIC S9(18) COMP-5.

      *> In the order in which the library gives them.
       01  RESULT-NAMES.
           05  FILLER                      PIC X(10) VALUE "amount".
           05  FILLER                      PIC X(10) VALUE "parts".
           05  FILLER                      PIC X(10) VALUE "residue".
           05  FILLER                      PIC X(10) VALUE "implied".
           05  FILLER                      PIC X(10) VALUE "payments".
           05  FILLER                      PIC X(10) VALUE "percents".
           05  FILLER                      PIC X(10) VALUE "settled".
           05  FILLER                      PIC X(10) VALUE "result".
       01  FILLER REDEFINES RESULT-NAMES.
           05  RESULT-NAME OCCURS 8        PIC X(10).
       01  RESULT-AT                       PIC S9(9) COMP-5.
       01  IS-RESULT                       PIC X.

       01  RESULTS                         USAGE POINTER.
       01  FOUND-AT                        USAGE POINTER.
       01  FOUND-LENGTH                    PIC S9(18) COMP-5.
       01  EXPECTED                        PIC X(8000).
       01  EXPECTED-END                    PIC S9(18) COMP-5.
       01  ERROR-AT                        PIC S9(9) COMP-5.
       01  KIND-AT                         USAGE POINTER.
       01  KIND                            PIC X(40).
       01  SHOWN                           PIC X(9000).

       LINKAGE SECTION.
       01  FOUND                           PIC X(8000).
       01  KIND-TEXT                       PIC X(40).

       PROCEDURE DIVISION.
       MAIN-LINE.
           CALL "tkg_check_abi" USING BY VALUE SIZE 4 TKG-ABI-VERSION
             BY VALUE SIZE 4 TKG-VERSION-MINOR BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           IF TKG-STATUS NOT = TKG-OK
               PERFORM FAILED
           END-IF
           ACCEPT FILE-COUNT FROM ARGUMENT-NUMBER
           PERFORM ONE-FILE VARYING FILE-AT FROM 1 BY 1
             UNTIL FILE-AT > FILE-COUNT
           MOVE 0 TO RETURN-CODE
           GOBACK.

       ONE-FILE.
           ACCEPT FILE-NAME FROM ARGUMENT-VALUE
           PERFORM NAME-OPERATION
           OPEN INPUT CSV-FILE
           IF FILE-STATUS NOT = "00"
               MOVE "cannot be read" TO SHOWN
               PERFORM STOPPED
           END-IF
           PERFORM READ-CELLS
           MOVE CELL-COUNT TO HEAD-COUNT
           PERFORM VARYING COLUMN-AT FROM 1 BY 1
             UNTIL COLUMN-AT > HEAD-COUNT
               MOVE CELL-TEXT(COLUMN-AT) TO HEAD(COLUMN-AT)
               IF HEAD(COLUMN-AT) = "error"
                   MOVE COLUMN-AT TO ERROR-AT
               END-IF
           END-PERFORM
           MOVE 0 TO CASE-COUNT
           PERFORM READ-CELLS
           PERFORM UNTIL FILE-STATUS = "10"
               PERFORM ONE-CASE
               ADD 1 TO CASE-COUNT
               PERFORM READ-CELLS
           END-PERFORM
           CLOSE CSV-FILE
           MOVE CASE-COUNT TO CASES-SHOWN
           DISPLAY OPERATION(1:OPERATION-LENGTH) " "
             FUNCTION TRIM(CASES-SHOWN).

      *> The name of a file without folders and .csv.
       NAME-OPERATION.
           MOVE 1 TO NAME-AT
           PERFORM VARYING SCAN-AT FROM 1 BY 1
             UNTIL FILE-NAME(SCAN-AT:) = SPACES
               IF FILE-NAME(SCAN-AT:1) = "/"
                   COMPUTE NAME-AT = SCAN-AT + 1
               END-IF
           END-PERFORM
           COMPUTE OPERATION-LENGTH = SCAN-AT - NAME-AT - 4
           MOVE FILE-NAME(NAME-AT:OPERATION-LENGTH) TO OPERATION.

      *> A line that is no remark, in cells; in quotes, "" is a quote.
       READ-CELLS.
           MOVE "#" TO CSV-LINE
           PERFORM UNTIL CSV-LINE(1:1) NOT = "#"
             OR FILE-STATUS NOT = "00"
               READ CSV-FILE
                   AT END CONTINUE
               END-READ
           END-PERFORM
           IF FILE-STATUS = "00"
               PERFORM SPLIT-LINE
           ELSE
               IF FILE-STATUS NOT = "10"
                   MOVE "is not read to its end" TO SHOWN
                   PERFORM STOPPED
               END-IF
           END-IF.

       SPLIT-LINE.
           MOVE 1 TO CELL-COUNT
           MOVE 0 TO CELL-LENGTH(1)
           MOVE SPACES TO CELL-TEXT(1)
           MOVE "N" TO QUOTED
           PERFORM VARYING SCAN-AT FROM 1 BY 1
             UNTIL SCAN-AT > CSV-LENGTH
               MOVE CSV-LINE(SCAN-AT:1) TO LETTER
               EVALUATE TRUE
                   WHEN LETTER = QUOTE AND QUOTED = "Y"
                     AND SCAN-AT < CSV-LENGTH
                     AND CSV-LINE(SCAN-AT + 1:1) = QUOTE
                       ADD 1 TO SCAN-AT
                       PERFORM ADD-LETTER
                   WHEN LETTER = QUOTE AND QUOTED = "Y"
                       MOVE "N" TO QUOTED
                   WHEN LETTER = QUOTE
                       MOVE "Y" TO QUOTED
                   WHEN LETTER = "," AND QUOTED = "N"
                       ADD 1 TO CELL-COUNT
                       MOVE 0 TO CELL-LENGTH(CELL-COUNT)
                       MOVE SPACES TO CELL-TEXT(CELL-COUNT)
                   WHEN OTHER
                       PERFORM ADD-LETTER
               END-EVALUATE
           END-PERFORM.

       ADD-LETTER.
           ADD 1 TO CELL-LENGTH(CELL-COUNT)
           MOVE LETTER
             TO CELL-TEXT(CELL-COUNT)(CELL-LENGTH(CELL-COUNT):1).

       ONE-CASE.
           IF CELL-COUNT NOT = HEAD-COUNT
               MOVE "cells: not as many as the first line has" TO SHOWN
               PERFORM STOPPED
           END-IF
           PERFORM FIND-ARGUMENTS
           CALL "tkg_call" USING BY VALUE SIZE 4 RULES-VERSION
             BY REFERENCE OPERATION BY VALUE SIZE 8 OPERATION-LENGTH
             BY REFERENCE ARGUMENTS BY VALUE SIZE 8 ARGUMENT-COUNT
             BY REFERENCE RESULTS BY REFERENCE TKG-ERROR
             RETURNING TKG-STATUS
           IF CELL-LENGTH(ERROR-AT) > 0
               PERFORM COMPARE-KIND
           ELSE
               IF TKG-STATUS NOT = TKG-OK
                   PERFORM FAILED
               END-IF
               PERFORM COMPARE-RESULTS
               CALL "tkg_text_free" USING BY VALUE RESULTS
                 RETURNING OMITTED
           END-IF.

       FIND-ARGUMENTS.
           MOVE 0 TO ARGUMENT-COUNT
           PERFORM VARYING COLUMN-AT FROM 1 BY 1
             UNTIL COLUMN-AT > HEAD-COUNT
               PERFORM FIND-RESULT
               IF IS-RESULT = "N"
                 AND HEAD(COLUMN-AT) NOT = "id" AND NOT = "source"
                 AND NOT = "not" AND NOT = "error" AND NOT = "remark"
                   ADD 1 TO ARGUMENT-COUNT
                   SET NAME-POINTER(ARGUMENT-COUNT)
                     TO ADDRESS OF HEAD(COLUMN-AT)
                   MOVE FUNCTION LENGTH(FUNCTION TRIM(HEAD(COLUMN-AT)))
                     TO NAME-LENGTH(ARGUMENT-COUNT)
                   SET TEXT-POINTER(ARGUMENT-COUNT)
                     TO ADDRESS OF CELL-TEXT(COLUMN-AT)
                   MOVE CELL-LENGTH(COLUMN-AT)
                     TO TEXT-LENGTH(ARGUMENT-COUNT)
               END-IF
           END-PERFORM.

       FIND-RESULT.
           MOVE "N" TO IS-RESULT
           PERFORM VARYING RESULT-AT FROM 1 BY 1 UNTIL RESULT-AT > 8
               IF HEAD(COLUMN-AT) = RESULT-NAME(RESULT-AT)
                   MOVE "Y" TO IS-RESULT
               END-IF
           END-PERFORM.

      *> The kind of failure, in a word.
       COMPARE-KIND.
           CALL "tkg_status_kind" USING BY VALUE SIZE 4 TKG-STATUS
             RETURNING KIND-AT
           SET ADDRESS OF KIND-TEXT TO KIND-AT
           MOVE SPACES TO KIND
           STRING KIND-TEXT DELIMITED BY LOW-VALUE INTO KIND
           IF KIND NOT = CELL-TEXT(ERROR-AT)
               MOVE SPACES TO SHOWN
               STRING FUNCTION TRIM(KIND) ": "
                 FUNCTION TRIM(CELL-TEXT(ERROR-AT)) INTO SHOWN
               PERFORM STOPPED
           END-IF.

      *> The columns that are results, as the library writes them.
       COMPARE-RESULTS.
           MOVE SPACES TO EXPECTED
           MOVE 1 TO EXPECTED-END
           STRING "{" INTO EXPECTED WITH POINTER EXPECTED-END
           PERFORM VARYING RESULT-AT FROM 1 BY 1 UNTIL RESULT-AT > 8
               PERFORM ADD-RESULT VARYING COLUMN-AT FROM 1 BY 1
                 UNTIL COLUMN-AT > HEAD-COUNT
           END-PERFORM
           STRING "}" INTO EXPECTED WITH POINTER EXPECTED-END
           CALL "tkg_text_view" USING BY VALUE RESULTS
             BY REFERENCE FOUND-AT BY REFERENCE FOUND-LENGTH
             BY REFERENCE TKG-ERROR RETURNING TKG-STATUS
           IF TKG-STATUS NOT = TKG-OK
               PERFORM FAILED
           END-IF
           SET ADDRESS OF FOUND TO FOUND-AT
           IF FOUND-LENGTH NOT = EXPECTED-END - 1
             OR FOUND(1:FOUND-LENGTH) NOT = EXPECTED(1:FOUND-LENGTH)
               MOVE SPACES TO SHOWN
               STRING FOUND(1:FOUND-LENGTH) ": " FUNCTION TRIM(EXPECTED)
                 INTO SHOWN
               PERFORM STOPPED
           END-IF.

       ADD-RESULT.
           IF HEAD(COLUMN-AT) = RESULT-NAME(RESULT-AT)
               IF EXPECTED-END > 2
                   STRING "," INTO EXPECTED WITH POINTER EXPECTED-END
               END-IF
               STRING QUOTE FUNCTION TRIM(HEAD(COLUMN-AT)) QUOTE ":"
                 QUOTE INTO EXPECTED WITH POINTER EXPECTED-END
               IF CELL-LENGTH(COLUMN-AT) > 0
                   STRING CELL-TEXT(COLUMN-AT)(1:CELL-LENGTH(COLUMN-AT))
                     INTO EXPECTED WITH POINTER EXPECTED-END
               END-IF
               STRING QUOTE INTO EXPECTED WITH POINTER EXPECTED-END
           END-IF.

       FAILED.
           MOVE SPACES TO SHOWN
           STRING "a failure: " TKG-ERR-MESSAGE DELIMITED BY LOW-VALUE
             INTO SHOWN
           PERFORM STOPPED.

       STOPPED.
           DISPLAY FUNCTION TRIM(FILE-NAME) ", "
             FUNCTION TRIM(CELL-TEXT(1)) ": " FUNCTION TRIM(SHOWN)
             UPON SYSERR
           MOVE 1 TO RETURN-CODE
           STOP RUN.
