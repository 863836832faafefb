/**
 * Every number in Difi-notat 2019:10 and what the checker should say of it, told by hand from the note and the release: line, number,
 * and the verdict. `right` agrees; a code is a mistake of the note; `untied` is nothing that the measures of 2019 can tell. Read
 * one by one against the sentence that each stands in.
 */
export const labelled = `
19 67 | right
21 73 | right
27 13 | right
29 140 | right
41 en tredjedel | right
45 halvparten | right
55 en tredel | right
101 73 | right
133 67 | right
135 92 prosent | right
137 20 | questions
148 432 | right
148 67 | right
148 13 | right
227 3 | right
227 halvparten | right
229 64 prosent | right
231 59 prosent | right
233 en tredjedel | right
237 økning | comparison
237 24 prosent | right
239 98 | right
241 3 prosent | right
253 44 prosent | right
288 en tredjedel | right
290 33 prosent | right
298 42% | right
300 50% | right
302 40% | right
304 24% | right
306 33% | right
308 3% | right
329 9 | untied
347 i likhet med i fjor | comparison
349 en tredel | right
355 halvparten | right
409 Halvparten | right
413 56 prosent | wrongBase
417 en fjerdedel | right
423 5 prosent | right
425 12 prosent | wrongBase
427 16 | untied
433 115 av 432 | right
433 27 prosent | right
456 Flertallet | right
462 72 prosent | right
464 301 | right
468 61 | right
468 56 | right
474 56 prosent | right
474 232 av 412 | right
478 kapittel 3.3.3 | unsure chapter
491 28 | right
493 41 | right
493 97 | right
493 58 | right
503 219 | right
509 halvparten | right
513 48 | right
515 33 | right
517 7 | right
529 en fjerdedel | right
531 74 av 332 | right
537 de fleste | right
561 Flesteparten | untied
573 69 prosent | right
575 halvparten | right
577 22 prosent | right
579 26 prosent | right
585 35 prosent | right
595 14 av 432 | right
603 26% | right
605 47% | right
607 22% | right
609 5% | right
618 192 | right
620 179 | right
624 96 | right
626 Flesteparten | right
651 38 | right
653 52 | right
655 38 | right
670 70 prosent | right
674 Halvparten | right
692 nesten alle | vagueWord
732 Halvparten | right
734 halvparten | right
736 218 | right
740 140 av 432 | right
744 67 | right
744 17 | right
746 56 | right
748 51 | right
748 27 | right
754 186 | parts
754 186 | right
762 56 av 432 | right
768 43 prosent | missingBase
768 de fleste | untied
770 77 prosent | missingBase
774 30 prosent | right
784 51 | right
786 67 | right
788 17 | right
790 56 | right
792 27 | right
809 73 av 432 | right
813 flertallet | right
819 181 | right
821 kap. 3.2.2 | chapter
835 44 av 73 | right
835 13 | right
851 55 av 73 | right
853 18 | right
879 50 prosent | missingBase
897 en tredjedel | right
905 kap. 3.2.2 | chapter
905 181 | right
909 halvparten | right
915 de fleste | right
922 400 | right
924 13 | right
924 67 | right
934 De fleste | right
936 flertallet | untied
964 30% | number
993 De fleste | untied
1007 en tredjedel | right
1013 42 | right
1013 33 prosent | right
1029 en tredel | right
1091 halvparten | right
1095 en tredel | right
1099 73 av 432 | right
1099 55 | right
1268 3 | right
1302 2 | untied
`;
