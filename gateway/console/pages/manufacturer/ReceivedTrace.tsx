import { Link } from "@tanstack/react-router";
import type { ManufacturerTracesQuery } from "../../graphql/graphql.ts";
import { traceOf } from "../../parts/addresses.ts";
import { EngagementLink } from "../../parts/EngagementLink.tsx";
import { periodOf, subjectOf } from "../../parts/engagement-words.ts";
import { KindMark } from "../../parts/KindMark.tsx";
import { Providers } from "../../parts/Providers.tsx";
import { NotAvailable, Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./ReceivedTrace.module.css";

type Trace = NonNullable<ManufacturerTracesQuery["sme"]>["traces"]["nodes"][number];
type Service = Trace["engagements"]["nodes"][number];

function ServiceLine({ service }: { service: Service }) {
	const t = useWords();
	const { id, startedOn, endedOn, note, hours, peopleTrained, synthetic } = service;
	const when = periodOf(t, startedOn, endedOn);
	return (
		<li className={look.service}>
			<span className={look.when}>{when ?? <NotAvailable reason={t("trace.no-date")} />}</span>
			<div>
				<EngagementLink id={id}>{subjectOf(t, service) ?? t("record.itself")}</EngagementLink>
				{hours !== null && `, ${t("trace.hours", { hours: t.number(hours) })}`}
				{peopleTrained !== null && `, ${t("trace.people", { count: peopleTrained })}`}
				{synthetic && (
					<>
						{" "}
						<Synthetic />
					</>
				)}
				{note && <p className="quiet">{note}</p>}
			</div>
		</li>
	);
}

/** One kind of service from one provider, in sum, with the single services. */
export function ReceivedTrace({ trace }: { trace: Trace }) {
	const t = useWords();
	const { sme, kind, center, institute, firstOn, lastOn, hours, peopleTrained } = trace;
	const { nodes, totalCount } = trace.engagements;
	const sums = [
		t("trace.flow.services", { count: trace.engagementCount }),
		periodOf(t, firstOn, lastOn),
		hours !== null && t("trace.hours", { hours: t.number(hours) }),
		peopleTrained !== null && t("trace.people", { count: peopleTrained }),
	];
	const { to, search } = traceOf("Sme", sme.id);
	return (
		<li className={look.trace}>
			<h3 className={look.head}>
				<KindMark kind={kind} />{" "}
				<span>
					{t.rich("manufacturer.received.from", {
						provider: <Providers center={center} institute={institute} />,
					})}
				</span>
			</h3>
			{totalCount > 1 && <p className="quiet">{sums.filter(Boolean).join(" · ")}</p>}
			<ul>
				{nodes.map((service) => (
					<ServiceLine key={service.id} service={service} />
				))}
			</ul>
			{totalCount > nodes.length && (
				<p>
					<Link to={to} search={{ ...search, kinds: kind }}>
						{t("manufacturer.received.more", { count: totalCount - nodes.length })}
					</Link>
				</p>
			)}
		</li>
	);
}
