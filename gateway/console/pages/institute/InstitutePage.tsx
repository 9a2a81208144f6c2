import { useQuery } from "@tanstack/react-query";
import { getRouteApi, notFound } from "@tanstack/react-router";
import { InstituteProfileDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { Served } from "../../parts/Served.tsx";
import { servedBy } from "../../parts/served.ts";
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

const route = getRouteApi("/institutes/$id");

/** What is known of one institute: facts with their sources, what it offers, whom it served. */
export function InstitutePage() {
	const { id } = route.useParams();
	const address = useAddress(KNOWN);
	const query = useQuery(ask(InstituteProfileDocument, { id }));
	if (query.data && !query.data.data.institute) throw notFound();
	return (
		<>
			<NotUnderstood {...address} />
			<Head id={id} institute={query.data?.data.institute} />
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
