import { useOutbox } from "../../offline/use-outbox.ts";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { type Group, groupsOf } from "./groups.ts";
import { ItemCard } from "./ItemCard.tsx";
import look from "./Work.module.css";

const GROUPS: readonly Group[] = ["DECISION", "WAITING", "DRAFT"];

/** Drafts and what waits to be sent, with what each waits for. */
export function DevicePanel() {
	const t = useWords();
	const { items, byKey } = useOutbox();
	const groups = groupsOf(items, byKey);
	const count = GROUPS.reduce((sum, group) => sum + groups[group].length, 0);
	return (
		<Panel title={t("work.device")} intro={t("work.device.intro")}>
			{count === 0 && <p className="quiet">{t("work.device.empty")}</p>}
			{GROUPS.map(
				(group) =>
					groups[group].length > 0 && (
						<section key={group} aria-labelledby={`group-${group}`}>
							<h3 id={`group-${group}`}>
								{t(`work.group.${group}`, { count: groups[group].length })}
							</h3>
							<ul className={look.cards}>
								{groups[group].map(({ item, waitsFor }) => (
									<li key={item.key}>
										<ItemCard item={item} waitsFor={waitsFor} />
									</li>
								))}
							</ul>
						</section>
					),
			)}
		</Panel>
	);
}
