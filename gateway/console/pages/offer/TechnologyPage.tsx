import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { TechnologyDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Fact } from "../../parts/Facts.tsx";
import { isNothing } from "../../parts/is-nothing.ts";
import { Mrl } from "../../parts/Mrl.tsx";
import { Nothing } from "../../parts/Nothing.tsx";
import { PATHS } from "../../parts/paths.ts";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import { OfferPage } from "./OfferPage.tsx";
import { ReadinessPanel } from "./ReadinessPanel.tsx";
import { TransfersPanel } from "./TransfersPanel.tsx";

const route = getRouteApi(PATHS.technology);

/** A technology: whose it is, who took it up, and from which readiness to which. */
export function TechnologyPage() {
	const t = useWords();
	const { id } = route.useParams();
	const query = useQuery(ask(TechnologyDocument, { id }));
	const technology = query.data?.data.technologies.nodes[0];
	const institute = technology?.institute;
	const hasBand = institute && (institute.mrlFrom !== null || institute.mrlTo !== null);
	if (isNothing(query, ({ technologies }) => technologies.nodes[0])) return <Nothing />;
	return (
		<OfferPage
			type="Technology"
			id={id}
			query={query}
			offer={technology}
			asked={{ document: TechnologyDocument, variables: { id } }}
			facts={
				institute && (
					<>
						<Fact name={t("offer.area")}>
							{(t.language === "zh" && institute.nativeTechnologyArea) || institute.technologyArea}
						</Fact>
						<Fact name={t("offer.band")}>
							{hasBand ? (
								<Mrl from={institute.mrlFrom} to={institute.mrlTo} />
							) : (
								<NotAvailable reason={t("trace.not-stated")} />
							)}
						</Fact>
					</>
				)
			}
		>
			<TransfersPanel id={id} />
			<ReadinessPanel id={id} />
		</OfferPage>
	);
}
