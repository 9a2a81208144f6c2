import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ManufacturerDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Contents } from "../../parts/Contents.tsx";
import { isNothing } from "../../parts/is-nothing.ts";
import { Nothing } from "../../parts/Nothing.tsx";
import { ProfileHead } from "../../parts/ProfileHead.tsx";
import { PATHS } from "../../parts/paths.ts";
import { Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import { FactsPanel } from "./FactsPanel.tsx";
import { HistoryPanel } from "./HistoryPanel.tsx";
import { MembershipsPanel } from "./MembershipsPanel.tsx";
import { OutcomesPanel } from "./OutcomesPanel.tsx";
import { ReceivedPanel } from "./ReceivedPanel.tsx";
import { SourcesPanel } from "./SourcesPanel.tsx";
import { TechnologyPanel } from "./TechnologyPanel.tsx";
import { TimelinePanel } from "./TimelinePanel.tsx";

/** What the page holds, by what an address says after "#". */
const PARTS = {
	facts: "manufacturer.facts",
	received: "manufacturer.received",
	outcomes: "outcome.title",
	technology: "transfer.title",
	timeline: "manufacturer.timeline",
	memberships: "membership.title",
	sources: "manufacturer.sources",
	history: "changes.title",
} as const;

const route = getRouteApi(PATHS.manufacturer);

/** One manufacturer: its facts, what it received from whom, what came of it, and where that is written. */
export function ManufacturerPage() {
	const t = useWords();
	const { id } = route.useParams();
	const query = useQuery(ask(ManufacturerDocument, { id }));
	const found = query.data?.data.sme;
	if (isNothing(query, ({ sme }) => sme)) return <Nothing />;
	return (
		<>
			<ProfileHead
				kind={<Link to={PATHS.manufacturers}>{t("manufacturers.title")}</Link>}
				name={found?.name}
				id={id}
				also={found?.synthetic && <Synthetic />}
			/>
			<Contents parts={PARTS} />
			<FactsPanel id={id} query={query} />
			<ReceivedPanel id={id} />
			<OutcomesPanel id={id} />
			<TechnologyPanel id={id} />
			<TimelinePanel id={id} />
			<MembershipsPanel id={id} />
			<SourcesPanel id={id} />
			<HistoryPanel id={id} />
		</>
	);
}
