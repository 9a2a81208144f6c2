import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { NetworkInstitutesDocument } from "../../graphql/graphql.ts";
import { askPages } from "../../graphql/query.ts";
import { Listing } from "../../parts/Listing.tsx";
import { PagedRows } from "../../parts/PagedRows.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { nameText, placeText } from "../../parts/place.ts";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { useWords } from "../../words/use-words.ts";

const NO_MORE = { hasNextPage: false };

/** The institutes that belong to the network. */
export function InstitutesPanel({ id, unnamed }: { id: string; unnamed?: number | null }) {
	const t = useWords();
	const query = useInfiniteQuery(
		askPages(
			NetworkInstitutesDocument,
			{ id },
			({ network }) => network?.institutes.pageInfo ?? NO_MORE,
		),
	);
	return (
		<Panel anchor="institutes" title={t("type.Institute")}>
			<PagedRows
				name={t("type.Institute")}
				query={query}
				pageOf={({ network }) => network?.institutes}
				height={480}
			>
				{(institutes) => (
					<>
						<Listing
							empty={t("networks.institutes.none")}
							items={institutes.map((institute) => ({
								id: institute.id,
								main: (
									<RecordLink type="Institute" id={institute.id}>
										{nameText(t, institute)}
									</RecordLink>
								),
								about: [
									(t.language === "zh" && institute.nativeTechnologyArea) ||
										institute.technologyArea,
									placeText(t, institute.headquarters),
								].join(" · "),
							}))}
						/>
						{Boolean(unnamed) && (
							<p className="quiet">{t("networks.unnamed", { count: unnamed })}</p>
						)}
						{institutes.length > 0 && (
							<p>
								<Link to={PATHS.institutes} search={{ network: id }}>
									{t("networks.institutes.table")}
								</Link>
							</p>
						)}
					</>
				)}
			</PagedRows>
		</Panel>
	);
}
