import { ManufacturerServicesDocument } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { EngagementLink } from "../../parts/EngagementLink.tsx";
import { subjectOf } from "../../parts/engagement-words.ts";
import { Panel } from "../../parts/Panel.tsx";
import { Providers } from "../../parts/Providers.tsx";
import { Synthetic } from "../../parts/Status.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { type Happening, Timeline } from "../../parts/Timeline.tsx";
import { Verified } from "../../parts/Verified.tsx";
import { useWords, type Words } from "../../words/use-words.ts";
import { type Event, eventsOf, undatedOf } from "./happenings.ts";
import look from "./Manufacturer.module.css";
import { useRecorded } from "./recorded.ts";

/** An event in words, with links to what it is about. */
function happeningOf(t: Words, event: Event): Happening {
	const { id, date, source } = event;
	if (event.type === "service") {
		const { service } = event;
		return {
			id,
			date,
			source,
			name: t(`kind.${service.kind}`),
			more: (
				<>
					{": "}
					<EngagementLink id={id}>{subjectOf(t, service) ?? t("record.itself")}</EngagementLink>{" "}
					<span className="quiet">
						<Providers center={service.center} institute={service.institute} />
					</span>{" "}
					{service.synthetic && <Synthetic />}
				</>
			),
		};
	}
	if (event.type === "outcome") {
		const figures = event.outcome.claims.map(
			({ metric, value, currency, qualifier }) =>
				`${t(`trace.metric.${metric}`)}: ${qualifier ? `${qualifier} ` : ""}${t.value(value, currency)}`,
		);
		return {
			id,
			date,
			source,
			name: t("manufacturer.timeline.outcome"),
			more: (
				<>
					{`: ${figures.join("; ")} · `}
					<Verified verification={event.outcome.verification} />{" "}
					{event.outcome.synthetic && <Synthetic />}
				</>
			),
		};
	}
	const { institute } = event.membership;
	return {
		id,
		date,
		source,
		name: t(event.seen ? "manufacturer.timeline.seen" : "manufacturer.timeline.member"),
		more: (
			<>
				{": "}
				<Providers center={null} institute={institute} />{" "}
				{event.membership.synthetic && <Synthetic />}
			</>
		),
	};
}

/** What happened when: services, ends of outcome windows, and memberships. */
export function TimelinePanel({ id }: { id: string }) {
	const t = useWords();
	const { services, recorded } = useRecorded(id);
	const events = eventsOf(recorded);
	const undated = undatedOf(recorded.services);
	const cells = () => ({
		columns: ["date", "type", "id"],
		rows: events.map(({ date, type, id: record }) => [date, type, record]),
	});
	return (
		<Panel
			anchor="timeline"
			title={t("manufacturer.timeline")}
			intro={t("manufacturer.timeline.intro")}
			actions={
				<TakeAlong
					file={`${id}-timeline`}
					cells={cells}
					asked={{ document: ManufacturerServicesDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("manufacturer.timeline")} query={services} height={160}>
				{({ sme }) =>
					sme && (
						<>
							{events.length > 0 ? (
								<Timeline happenings={events.map((event) => happeningOf(t, event))} />
							) : (
								<p className="quiet">{t("manufacturer.timeline.none")}</p>
							)}
							{undated > 0 && (
								<p className={`quiet ${look.more}`}>
									{t("manufacturer.timeline.undated", { count: undated })}
								</p>
							)}
							{sme.engagements.totalCount > sme.engagements.nodes.length && (
								<p className={`quiet ${look.more}`}>
									{t("manufacturer.timeline.first", {
										shown: sme.engagements.nodes.length,
										total: sme.engagements.totalCount,
									})}
								</p>
							)}
						</>
					)
				}
			</Answered>
		</Panel>
	);
}
