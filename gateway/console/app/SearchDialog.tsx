import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import {
	Autocomplete,
	Dialog,
	Header,
	Input,
	Label,
	Menu,
	MenuItem,
	MenuSection,
	Modal,
	ModalOverlay,
	SearchField,
} from "react-aria-components";
import {
	OfferedNamesDocument,
	OfferedTablesDocument,
	SearchCentersDocument,
	SearchInstitutesDocument,
	SearchManufacturersDocument,
} from "../graphql/graphql.ts";
import { ask } from "../graphql/query.ts";
import { Missing } from "../parts/Answered.tsx";
import { addressOf, type RecordType } from "../parts/addresses.ts";
import { PATHS } from "../parts/paths.ts";
import { useWords } from "../words/use-words.ts";
import look from "./SearchDialog.module.css";
import { groupsOf } from "./search-groups.ts";

const PAUSE_MS = 150;

/** Anything by its name, in English or Chinese, grouped by what it is. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
	const t = useWords();
	const navigate = useNavigate();
	const [search, setSearch] = useState("");
	const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
	const enabled = search.length > 0;
	const kept = { enabled, placeholderData: <T,>(before: T) => before };
	const institutes = useQuery({ ...ask(SearchInstitutesDocument, { search }), ...kept });
	const centers = useQuery({ ...ask(SearchCentersDocument, { search }), ...kept });
	const manufacturers = useQuery({ ...ask(SearchManufacturersDocument, { search }), ...kept });
	const offered = useQuery(ask(OfferedNamesDocument, {}));
	const tables = useQuery(ask(OfferedTablesDocument, {}));
	const failed = [institutes, centers, manufacturers, offered, tables].filter(
		({ isError }) => isError,
	);
	const groups = enabled
		? groupsOf(search, {
				institutes: institutes.data?.data,
				centers: centers.data?.data,
				manufacturers: manufacturers.data?.data,
				offered: offered.data?.data,
				tables: tables.data?.data.statisticsTables.map(({ table, title }) => ({
					id: table,
					name: t.maybe(`statistics.table.${table}`, title),
					about: t("statistics.title"),
				})),
			})
		: [];
	const isWaiting = [institutes, centers, manufacturers].some(({ isFetching }) => isFetching);

	function open(key: string) {
		const [type, ...id] = key.split(":");
		onClose();
		if (type === "Table") void navigate({ to: PATHS.statistics, search: { table: id.join(":") } });
		else void navigate(addressOf(type as RecordType, id.join(":")));
	}

	return (
		<ModalOverlay
			isOpen
			isDismissable
			onOpenChange={(isOpen) => !isOpen && onClose()}
			className={look.overlay}
		>
			<Modal className={look.modal}>
				<Dialog aria-label={t("search.title")} className={look.dialog}>
					<Autocomplete>
						<SearchField
							autoFocus
							className={look.field}
							onChange={(text) => {
								clearTimeout(pause.current);
								pause.current = setTimeout(() => setSearch(text.trim()), PAUSE_MS);
							}}
						>
							<Label className="unseen">{t("search.title")}</Label>
							<Input placeholder={t("search.hint")} className={look.input} />
						</SearchField>
						{failed.length > 0 && (
							<Missing
								name={t("search.part")}
								faults={[]}
								retry={() => failed.forEach((query) => void query.refetch())}
							/>
						)}
						<Menu
							aria-label={t("search.results")}
							className={look.results}
							onAction={(key) => open(String(key))}
							renderEmptyState={() => (
								<p className={look.empty}>
									{enabled && !isWaiting ? t("search.none", { search }) : t("search.intro")}
								</p>
							)}
						>
							{groups.map(({ type, found, total }) => (
								<MenuSection key={type} className={look.group}>
									<Header className={look.head}>
										{t(`type.${type}`)} <span>{t.number(total)}</span>
									</Header>
									{found.map(({ id, name, about }) => (
										<MenuItem key={id} id={`${type}:${id}`} textValue={name} className={look.item}>
											<span>{name}</span> <span className="quiet">{about}</span>
										</MenuItem>
									))}
								</MenuSection>
							))}
						</Menu>
					</Autocomplete>
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}
