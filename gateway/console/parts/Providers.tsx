import { useWords } from "../words/use-words.ts";
import { RecordLink } from "./RecordLink.tsx";
import { NotAvailable } from "./Status.tsx";

type Named = { id: string; name: string; nativeName?: string | null } | null;
type Props = { center: Named; institute: Named };

/** The center and the institute that a record is about, as links. */
export function Providers({ center, institute }: Props) {
	const t = useWords();
	if (!center && !institute) return <NotAvailable reason={t("record.no-provider")} />;
	return (
		<>
			{center && (
				<RecordLink type="MepCenter" id={center.id}>
					{center.name}
				</RecordLink>
			)}
			{center && institute && ", "}
			{institute && (
				<RecordLink type="Institute" id={institute.id}>
					{(t.language === "zh" && institute.nativeName) || institute.name}
				</RecordLink>
			)}
		</>
	);
}
