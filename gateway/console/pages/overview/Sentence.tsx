import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Answer } from "../../graphql/fetch-document.ts";
import {
	CenterPlacesDocument,
	InstitutePlacesDocument,
	OpenDoubtsDocument,
	RecordTotalsDocument,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Counted } from "../../parts/Figure.tsx";
import { PATHS } from "../../parts/paths.ts";
import { NotAvailable } from "../../parts/Status.tsx";
import { IS_SANDBOX } from "../../session/address.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Sentence.module.css";

/** The sentence's figure once it is known, and until then as much room. */
function told<Data>(
	{ data, isError }: UseQueryResult<Answer<Data>>,
	figure: (data: Data) => ReactNode,
): ReactNode {
	if (data) return figure(data.data);
	return isError ? <NotAvailable /> : <span className={look.waiting}>000</span>;
}

/** What the hub holds, in one plain sentence of figures. */
export function Sentence() {
	const t = useWords();
	const records = useQuery(ask(RecordTotalsDocument, {}));
	const institutes = useQuery(ask(InstitutePlacesDocument, {}));
	const centers = useQuery(ask(CenterPlacesDocument, {}));
	const doubts = useQuery(ask(OpenDoubtsDocument, {}));
	const asked = { document: RecordTotalsDocument, variables: {} };
	const all = told(records, ({ all: [all] }) => (
		<Counted
			name={t("overview.manufacturers")}
			value={all?.smeCount ?? 0}
			how="overview.how.manufacturers"
			asked={asked}
			records="/trace"
		/>
	));
	const services = told(records, ({ all: [all] }) => (
		<Counted
			name={t("overview.services")}
			value={all?.engagementCount ?? 0}
			how="overview.how.services"
			asked={asked}
			records="/trace"
		/>
	));
	return (
		<div className={look.sentence}>
			<h1>
				{t.rich(IS_SANDBOX ? "overview.sentence.sandbox" : "overview.sentence", {
					manufacturers: all,
					services,
					centers: told(centers, ({ mepCenters }) => (
						<Counted
							name={t("overview.centers")}
							value={mepCenters.totalCount}
							how="overview.how.centers"
							asked={{ document: CenterPlacesDocument, variables: {} }}
						/>
					)),
					institutes: told(institutes, ({ institutes }) => (
						<Counted
							name={t("overview.institutes")}
							value={institutes.totalCount}
							how="overview.how.institutes"
							asked={{ document: InstitutePlacesDocument, variables: {} }}
						/>
					)),
				})}
			</h1>
			<p className="quiet">
				{doubts.data &&
					t.rich("overview.doubts", {
						doubts: (
							<Link to={PATHS.doubts}>
								{t("overview.doubts.link", {
									open: doubts.data.data.doubts.filter(({ settled }) => !settled).length,
									all: doubts.data.data.doubts.length,
								})}
							</Link>
						),
					})}
			</p>
		</div>
	);
}
