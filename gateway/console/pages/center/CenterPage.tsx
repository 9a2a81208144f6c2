import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { CenterProfileDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Contents } from "../../parts/Contents.tsx";
import { isNothing } from "../../parts/is-nothing.ts";
import { Nothing } from "../../parts/Nothing.tsx";
import { NotUnderstood } from "../../parts/NotUnderstood.tsx";
import { ProfileHead } from "../../parts/ProfileHead.tsx";
import { PATHS } from "../../parts/paths.ts";
import { Served } from "../../parts/Served.tsx";
import { servedBy } from "../../parts/served-filter.ts";
import { useAddress } from "../../parts/use-address.ts";
import { useWords } from "../../words/use-words.ts";
import { AwardsPanel } from "./AwardsPanel.tsx";
import { KNOWN } from "./address.ts";
import { EmbeddingsPanel } from "./EmbeddingsPanel.tsx";
import { FactsPanel } from "./FactsPanel.tsx";
import { YearPanel } from "./YearPanel.tsx";

/** The panels of the page, by what an address says after "#". */
const PARTS = {
	facts: "profile.facts",
	served: "profile.served",
	links: "profile.embeddings.institute",
	awards: "centers.awards",
	other: "profile.other-facts",
	"key-figures": "profile.key-figures",
} as const;

const route = getRouteApi("/centers/$id");

/** What is known of one MEP center: facts with their sources, awards, institutes it works with, whom it served. */
export function CenterPage() {
	const t = useWords();
	const { id } = route.useParams();
	const address = useAddress(KNOWN);
	const query = useQuery(ask(CenterProfileDocument, { id }));
	const center = query.data?.data.mepCenter;
	if (isNothing(query, ({ mepCenter }) => mepCenter)) return <Nothing />;
	return (
		<>
			<NotUnderstood {...address} />
			<ProfileHead
				kind={<Link to={PATHS.centers}>{t("type.MepCenter")}</Link>}
				id={id}
				name={center?.name}
				also={center && t.maybe(`state.${center.state}`, center.state)}
			/>
			<Contents parts={PARTS} />
			<FactsPanel query={query} />
			{/* What is asked by id of other subgraphs waits until it is known that there is one. */}
			{!query.isPending && <Served of={servedBy("MepCenter", id)} file={id} />}
			<EmbeddingsPanel id={id} />
			<AwardsPanel id={id} />
			{!query.isPending && <YearPanel id={id} address={address} />}
		</>
	);
}
