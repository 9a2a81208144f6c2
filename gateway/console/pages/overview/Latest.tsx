import { useQuery } from "@tanstack/react-query";
import { LatestDocument, type LatestQuery } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { EngagementLink } from "../../parts/EngagementLink.tsx";
import { KindMark } from "../../parts/KindMark.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { RecordLink } from "../../parts/RecordLink.tsx";
import { SourceLine } from "../../parts/SourceLine.tsx";
import { Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Latest.module.css";
import { LatestReleases } from "./LatestReleases.tsx";

type Service = LatestQuery["engagements"]["nodes"][number];

function Entry({ service }: { service: Service }) {
	const t = useWords();
	const { sme, center, institute, source, startedOn } = service;
	return (
		<li className={look.entry}>
			<span className="quiet">
				{startedOn && <EngagementLink id={service.id}>{t.date(startedOn)}</EngagementLink>}
			</span>
			<span>
				<RecordLink type="Sme" id={sme.id}>
					{sme.name}
				</RecordLink>
				{sme.state && `, ${sme.state.replace("US-", "")}`} {service.synthetic && <Synthetic />}
			</span>
			<KindMark kind={service.kind} />
			<span>
				{center && (
					<RecordLink type="MepCenter" id={center.id}>
						{center.name}
					</RecordLink>
				)}
				{center && institute && ", "}
				{institute && (
					<RecordLink type="Institute" id={institute.id}>
						{institute.name}
					</RecordLink>
				)}
			</span>
			<span className="quiet">{source && <SourceLine source={source} />}</span>
		</li>
	);
}

/** The services that began last, as far as a date is known. */
export function Latest() {
	const t = useWords();
	const query = useQuery(ask(LatestDocument, {}));
	return (
		<Panel title={t("overview.latest")} intro={t("overview.latest.intro")}>
			<LatestReleases />
			<Answered name={t("overview.latest")} query={query} height={320}>
				{({ engagements }) =>
					engagements.nodes.length > 0 ? (
						<ol className={look.list}>
							{engagements.nodes.map((service) => (
								<Entry key={service.id} service={service} />
							))}
						</ol>
					) : (
						<p className="quiet">{t("overview.latest.none")}</p>
					)
				}
			</Answered>
		</Panel>
	);
}
