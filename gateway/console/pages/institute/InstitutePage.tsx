import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { InstituteProfileDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Contents } from "../../parts/Contents.tsx";
import { isNothing } from "../../parts/is-nothing.ts";
import { Nothing } from "../../parts/Nothing.tsx";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { Served } from "../../parts/Served.tsx";
import { servedBy } from "../../parts/served-filter.ts";
import { useAddress } from "../../parts/use-address.ts";
import { KNOWN } from "./address.ts";
import { EmbeddingsPanel } from "./EmbeddingsPanel.tsx";
import { FactsPanel } from "./FactsPanel.tsx";
import { FundingPanel } from "./FundingPanel.tsx";
import { Head } from "./Head.tsx";
import { MembersPanel } from "./MembersPanel.tsx";
import { MilestonesPanel } from "./MilestonesPanel.tsx";
import { OffersPanels } from "./OffersPanels.tsx";
import { OtherFactsPanel } from "./OtherFactsPanel.tsx";
import { RoadmapPanel } from "./RoadmapPanel.tsx";
import { RulesPanel } from "./RulesPanel.tsx";
import { TiersPanel } from "./TiersPanel.tsx";
import { WorkPanel } from "./WorkPanel.tsx";
import { YearPanels } from "./YearPanels.tsx";

/** The panels of the page, by what an address says after "#". */
const PARTS = {
	facts: "profile.facts",
	milestones: "profile.milestones",
	served: "profile.served",
	offers: "profile.offers",
	links: "profile.embeddings.center",
	funding: "profile.funding",
	members: "property.members",
	tiers: "profile.tiers",
	work: "profile.work",
	roadmap: "profile.roadmap",
	rules: "profile.rules",
	"key-figures": "profile.key-figures",
	evaluation: "profile.evaluation",
	other: "profile.other-facts",
} as const;

const route = getRouteApi("/institutes/$id");

/** What is known of one institute: facts with their sources, what it offers, whom it served. */
export function InstitutePage() {
	const { id } = route.useParams();
	const address = useAddress(KNOWN);
	const query = useQuery(ask(InstituteProfileDocument, { id }));
	if (isNothing(query, ({ institute }) => institute)) return <Nothing />;
	return (
		<>
			<NotUnderstood {...address} />
			<Head id={id} institute={query.data?.data.institute} />
			<Contents parts={PARTS} />
			<FactsPanel query={query} />
			<MilestonesPanel id={id} />
			{/* What is asked by id of other subgraphs waits until it is known that there is one. */}
			{!query.isPending && <Served of={servedBy("Institute", id)} file={id} />}
			<OffersPanels id={id} />
			{!query.isPending && <EmbeddingsPanel id={id} />}
			<FundingPanel id={id} />
			<MembersPanel id={id} />
			<TiersPanel id={id} />
			<WorkPanel id={id} />
			<RoadmapPanel id={id} />
			<RulesPanel id={id} />
			{!query.isPending && <YearPanels id={id} address={address} />}
			<OtherFactsPanel query={query} />
		</>
	);
}
