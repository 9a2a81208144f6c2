import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { NetworkProfileDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Contents } from "../../parts/Contents.tsx";
import { isNothing } from "../../parts/is-nothing.ts";
import { Nothing } from "../../parts/Nothing.tsx";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { ProfileHead } from "../../parts/ProfileHead.tsx";
import { PATHS } from "../../parts/paths.ts";
import { nameText } from "../../parts/place.ts";
import { Served } from "../../parts/Served.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useWords } from "../../words/use-words.ts";
import { KNOWN } from "./address.ts";
import { CentersPanel } from "./CentersPanel.tsx";
import { FactsPanel } from "./FactsPanel.tsx";
import { InstitutesPanel } from "./InstitutesPanel.tsx";
import { isOfCenters, servedByNetwork } from "./kind.ts";
import { MetricsPanel } from "./MetricsPanel.tsx";
import { MilestonesPanel } from "./MilestonesPanel.tsx";
import { ObservationsPanel } from "./ObservationsPanel.tsx";
import { RulesPanel } from "./RulesPanel.tsx";
import { StagesPanel } from "./StagesPanel.tsx";
import { YearPanels } from "./YearPanels.tsx";

/** The panels of the page, by what an address says after "#". */
const BEFORE = {
	facts: "profile.facts",
	metrics: "networks.metrics",
	milestones: "profile.milestones",
} as const;
const AFTER = {
	served: "profile.served",
	evaluation: "profile.evaluation",
	"key-figures": "profile.key-figures",
	rules: "networks.rules",
	stages: "networks.stages",
	other: "profile.other-facts",
} as const;
const OF_CENTERS = { ...BEFORE, centers: "type.MepCenter", ...AFTER } as const;
const OF_INSTITUTES = { ...BEFORE, institutes: "type.Institute", ...AFTER } as const;

const route = getRouteApi("/networks/$id");

/** What is known of one network: its office, who belongs to it, its figures by year, its rules, its evaluation. */
export function NetworkPage() {
	const t = useWords();
	const { id } = route.useParams();
	const address = useAddress(KNOWN);
	const query = useQuery(ask(NetworkProfileDocument, { id }));
	const network = query.data?.data.network;
	if (isNothing(query, (data) => data.network)) return <Nothing />;
	const others = network
		? [network.name, network.nativeName].filter((name) => name && name !== nameText(t, network))
		: [];
	return (
		<>
			<NotUnderstood {...address} />
			<ProfileHead
				kind={
					<Link to={PATHS.institutes} hash="networks">
						{t("type.Network")}
					</Link>
				}
				id={id}
				name={network ? nameText(t, network) : undefined}
				also={others.join(" · ")}
			/>
			<Contents parts={isOfCenters(id) ? OF_CENTERS : OF_INSTITUTES} />
			<FactsPanel query={query} />
			<MetricsPanel id={id} />
			<MilestonesPanel id={id} />
			{isOfCenters(id) ? (
				<CentersPanel />
			) : (
				<InstitutesPanel id={id} unnamed={network?.unnamedCenters} />
			)}
			{/* What is asked by id of other subgraphs waits until it is known that there is one. */}
			{!query.isPending && <Served of={servedByNetwork(id)} file={id} />}
			{!query.isPending && <YearPanels id={id} address={address} />}
			<RulesPanel id={id} />
			<StagesPanel id={id} />
			<ObservationsPanel id={id} />
		</>
	);
}
