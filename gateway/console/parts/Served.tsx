import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TraceRowsDocument, TraceSumsDocument } from "../graphql/graphql.ts";
import { BASE_PATH } from "../session/address.ts";
import { useWords } from "../words/use-words.ts";
import { Answered } from "./Answered.tsx";
import { Panel } from "./Panel.tsx";
import { PATHS } from "./paths.ts";
import { ServedRows } from "./ServedRows.tsx";
import { ServedSums, sumsAsCells } from "./ServedSums.tsx";
import { ROWS, sumsOf } from "./served.ts";
import type { ServedFilter } from "./served-filter.ts";
import { TakeAlong } from "./TakeAlong.tsx";

type Props = {
	/** Which services are meant. */
	of: ServedFilter;
	/** Name of the files to save. */
	file: string;
};

const HOW = {
	manufacturers: "profile.how.manufacturers",
	services: "profile.how.services",
} as const;

/** Who was served by a record or through it, with what, and what is reported to have come of it; says words of `trace`, too. */
export function Served({ of: { where, search }, file }: Props) {
	const t = useWords();
	const query = useQuery(sumsOf(where));
	const asked = { document: TraceSumsDocument, variables: { where } };
	const address = String(new URLSearchParams(search));
	const toTrace = (
		<Link to={PATHS.trace} search={search}>
			{t("profile.served.trace")}
		</Link>
	);
	return (
		<>
			<Panel
				anchor="served"
				title={t("profile.served")}
				intro={t.rich("profile.served.intro", { trace: toTrace })}
				actions={
					<TakeAlong
						file={`${file}-totals`}
						cells={() => sumsAsCells(query.data?.data.traceTotals ?? [])}
						asked={asked}
					/>
				}
			>
				<Answered name={t("profile.served")} query={query} height={240}>
					{(answer) => (
						<ServedSums answer={answer} asked={asked} how={HOW} records={`/trace?${address}`} />
					)}
				</Answered>
			</Panel>
			<Panel
				title={t("trace.rows")}
				actions={
					<TakeAlong
						file={`${file}-trace`}
						csvAt={`${BASE_PATH}trace.csv?${address}`}
						asked={{ document: TraceRowsDocument, variables: { where, first: ROWS } }}
					/>
				}
			>
				<ServedRows where={where} empty={t("profile.served.none")} />
			</Panel>
		</>
	);
}
