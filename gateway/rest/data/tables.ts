import { FACTS_TABLES } from "./tables/facts.ts";
import { INSTITUTES_TABLES } from "./tables/institutes.ts";
import { MEP_TABLES } from "./tables/mep.ts";
import { PROGRAMS_TABLES } from "./tables/programs.ts";
import { RECORDS_TABLES } from "./tables/records.ts";
import type { OpenTable } from "./tables/table.ts";
import { TOTALS_TABLES } from "./tables/totals.ts";

/** All tables for download, in the order of the page. */
export const TABLES: OpenTable[] = [
	...INSTITUTES_TABLES,
	...PROGRAMS_TABLES,
	...FACTS_TABLES,
	...MEP_TABLES,
	...RECORDS_TABLES,
	...TOTALS_TABLES,
];
