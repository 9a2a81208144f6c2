import type { ReactNode } from "react";
import type { PartnerPageQuery } from "../../graphql/graphql.ts";
import { PartnerPageDocument } from "../../graphql/graphql.ts";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./FactsPanel.module.css";
import { momentOf } from "./moment.ts";

type Partner = PartnerPageQuery["partners"][number];

/** Who the partner is, its keys, and for those who may see them its contacts and bounds. */
export function FactsPanel({ partner }: { partner: Partner }) {
	const t = useWords();
	const { id, status, statusReason, namespace, terms, registeredAt, contacts, hosts, quota, keys } =
		partner;
	const inside = (known: ReactNode) =>
		known ?? <span className="quiet">{t("partners.inside")}</span>;
	const facts: Array<[string, ReactNode]> = [
		[
			t("partners.status"),
			<>
				{t(`partners.status.${status}`)}
				{statusReason && `: ${statusReason}`}
			</>,
		],
		[t("partners.registered"), momentOf(t.language, registeredAt)],
		[t("partners.namespace"), <code key="namespace">{namespace}…</code>],
		[t("partners.terms"), terms],
		[
			t("partners.keys"),
			<ul key="keys">
				{keys.map((key) => (
					<li key={key.id}>
						<code>{key.id}</code>{" "}
						<span className="quiet">
							{t("partners.key.added", { date: t.date(key.addedAt) })}
							{key.expiresAt &&
								`, ${t("partners.key.ends", { date: momentOf(t.language, key.expiresAt) })}`}
						</span>
					</li>
				))}
			</ul>,
		],
		[
			t("partners.contacts"),
			inside(
				contacts
					?.map(({ name, email, role }) =>
						[name, `<${email}>`, role && `(${role})`].filter(Boolean).join(" "),
					)
					.join(", "),
			),
		],
		[t("partners.hosts"), inside(hosts?.join(", ") || (hosts && t("partners.hosts.none")))],
		[
			t("partners.quota"),
			inside(
				quota &&
					t("partners.quota.is", {
						timeout: t.number(quota.timeoutMs),
						concurrency: quota.concurrency,
						minute: t.number(quota.requestsPerMinute),
						bytes: t.number(quota.maxBytes),
						depth: quota.maxDepth,
					}),
			),
		],
	];
	return (
		<Panel
			title={t("partners.facts")}
			actions={
				<TakeAlong file={id} asked={{ document: PartnerPageDocument, variables: { ids: [id] } }} />
			}
		>
			<dl className={look.facts}>
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</Panel>
	);
}
