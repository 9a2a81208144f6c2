import { useQuery } from "@tanstack/react-query";
import { InstituteWorkDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Listing } from "../../parts/Listing.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { nameText } from "../../parts/place.ts";
import { Sourced } from "../../parts/Sourced.tsx";
import { useWords } from "../../words/use-words.ts";

/** Areas of the technology roadmap, in order. */
export function RoadmapPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(InstituteWorkDocument, { id }));
	return (
		<Panel anchor="roadmap" title={t("profile.roadmap")}>
			<Answered name={t("profile.roadmap")} query={query} height={60}>
				{({ institute }) => (
					<Listing
						empty={t("profile.roadmap.none")}
						items={(institute?.roadmap ?? []).map((area) => ({
							id: area.id,
							main: (
								<>
									{area.number}.{" "}
									<Sourced name={t("profile.roadmap")} source={area.source} doubts={area.doubts}>
										{nameText(t, area)}
									</Sourced>
								</>
							),
							about: [
								`${area.fromYear} – ${area.toYear}`,
								area.releasedOn && t("profile.roadmap.released", { date: t.date(area.releasedOn) }),
							]
								.filter(Boolean)
								.join(" · "),
						}))}
					/>
				)}
			</Answered>
		</Panel>
	);
}
