import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { FacilityDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Fact } from "../../parts/Facts.tsx";
import { isNothing } from "../../parts/is-nothing.ts";
import { Nothing } from "../../parts/Nothing.tsx";
import { PATHS } from "../../parts/paths.ts";
import { NotAvailable } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import { OfferPage } from "./OfferPage.tsx";
import { RightsPanel } from "./RightsPanel.tsx";

const route = getRouteApi(PATHS.facility);

/** A shared facility: where it is, what can be done there, who may use it and who did. */
export function FacilityPage() {
	const t = useWords();
	const { id } = route.useParams();
	const query = useQuery(ask(FacilityDocument, { id }));
	const facility = query.data?.data.facilities.nodes[0];
	const notStated = <NotAvailable reason={t("trace.not-stated")} />;
	if (isNothing(query, ({ facilities }) => facilities.nodes[0])) return <Nothing />;
	return (
		<OfferPage
			type="Facility"
			id={id}
			query={query}
			offer={facility}
			asked={{ document: FacilityDocument, variables: { id } }}
			facts={
				facility && (
					<>
						<Fact name={t("trace.state")}>
							{[facility.city, facility.state && t.maybe(`state.${facility.state}`, facility.state)]
								.filter(Boolean)
								.join(", ") || notStated}
						</Fact>
						<Fact name={t("offer.capability")}>{facility.capability ?? notStated}</Fact>
						<Fact name={t("offer.opened")}>
							{facility.opened ? t.date(facility.opened) : notStated}
						</Fact>
						<Fact name={t("offer.qualifier")}>{facility.qualifier}</Fact>
					</>
				)
			}
		>
			{facility && <RightsPanel institute={facility.institute.id} right="rd_facility_use" />}
		</OfferPage>
	);
}
