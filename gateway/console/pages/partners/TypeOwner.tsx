import { useWords } from "../../words/use-words.ts";

type Props = { type: string; owner: string | null; partnerId: string };

/** The name of a type, and whose it is: the hub's, the partner's own, or another partner's. */
export function TypeOwner({ type, owner, partnerId }: Props) {
	const t = useWords();
	const whose =
		owner === null
			? t("partners.type.hub")
			: owner === partnerId
				? t("partners.type.own")
				: t("partners.type.other", { owner });
	return (
		<h3>
			<code>{type}</code> <span className="quiet">{whose}</span>
		</h3>
	);
}
