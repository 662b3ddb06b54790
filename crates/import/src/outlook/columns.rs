//! What Outlook calls the columns of its contacts, by the language of its screens.
//!
//! English (1997 to now), German, French, Spanish, Italian, Portuguese (of Brazil and of
//! Portugal), Dutch, Swedish. A name that means two things in two languages stands under both
//! and is told apart by its neighbours (see [`super::contacts`]).

/// One field's names, the English one first.
pub(super) type Names = &'static [&'static str];

pub(super) const GIVEN: Names =
    &["First Name", "Vorname", "Prénom", "Nombre", "Nome", "Nome Próprio", "Voornaam", "Förnamn"];
pub(super) const MIDDLE: Names = &[
    "Middle Name",
    "Weitere Vornamen",
    "Deuxième prénom",
    "Segundo nombre",
    "Secondo nome",
    "Segundo Nome",
    "Middelste naam",
    "Mellannamn",
];
pub(super) const FAMILY: Names = &[
    "Last Name",
    "Nachname",
    "Nom",
    "Apellidos",
    "Apellido",
    "Cognome",
    "Sobrenome",
    "Apelido",
    "Achternaam",
    "Efternamn",
];
pub(super) const PREFIX: Names =
    &["Title", "Anrede", "Titre", "Tratamiento", "Título", "Titolo", "Titel"];
pub(super) const SUFFIX: Names =
    &["Suffix", "Suffixe", "Sufijo", "Suffisso", "Sufixo", "Achtervoegsel", "Namenssuffix"];
pub(super) const NICKNAME: Names = &[
    "Nickname",
    "Spitzname",
    "Surnom",
    "Sobrenombre",
    "Soprannome",
    "Apelido Familiar",
    "Bijnaam",
    "Smeknamn",
];
pub(super) const COMPANY: Names = &[
    "Company",
    "Firma",
    "Société",
    "Organización",
    "Compañía",
    "Società",
    "Empresa",
    "Bedrijf",
    "Företag",
];
pub(super) const JOB_TITLE: Names = &[
    "Job Title",
    "Position",
    "Titre (fonction)",
    "Fonction",
    "Puesto",
    "Cargo",
    "Qualifica",
    "Posizione",
    "Functie",
    "Befattning",
];
pub(super) const EMAIL: Names = &[
    "E-mail Address",
    "E-Mail-Adresse",
    "Adresse de messagerie",
    "Adresse e-mail",
    "Dirección de correo electrónico",
    "Indirizzo posta elettronica",
    "Indirizzo di posta elettronica",
    "Endereço de correio eletrônico",
    "Endereço de correio electrónico",
    "Endereço de Email",
    "E-mailadres",
    "E-postadress",
];
pub(super) const EMAIL_2: Names = &[
    "E-mail 2 Address",
    "E-Mail 2: Adresse",
    "E-Mail-Adresse 2",
    "Adresse de messagerie 2",
    "Adresse e-mail 2",
    "Dirección de correo electrónico 2",
    "Dirección del correo electrónico 2",
    "Indirizzo posta elettronica 2",
    "Indirizzo di posta elettronica 2",
    "Endereço de correio eletrônico 2",
    "Endereço de correio electrónico 2",
    "Endereço de Email 2",
    "E-mailadres 2",
    "E-postadress 2",
];
pub(super) const EMAIL_3: Names = &[
    "E-mail 3 Address",
    "E-Mail 3: Adresse",
    "E-Mail-Adresse 3",
    "Adresse de messagerie 3",
    "Adresse e-mail 3",
    "Dirección de correo electrónico 3",
    "Dirección del correo electrónico 3",
    "Indirizzo posta elettronica 3",
    "Indirizzo di posta elettronica 3",
    "Endereço de correio eletrônico 3",
    "Endereço de correio electrónico 3",
    "Endereço de Email 3",
    "E-mailadres 3",
    "E-postadress 3",
];
/// How the first address is shown: `Ada King (ada@example.org)`.
pub(super) const EMAIL_SHOWN: Names = &[
    "E-mail Display Name",
    "E-Mail: Angezeigter Name",
    "Nom complet de l'adresse de messagerie",
    "Nombre mostrado de correo electrónico",
    "Nome visualizzato posta elettronica",
    "Nome para exibição do email",
    "Weergavenaam voor e-mail",
    "Visningsnamn för e-post",
];
pub(super) const BIRTHDAY: Names = &[
    "Birthday",
    "Geburtstag",
    "Cumpleaños",
    "Compleanno",
    "Verjaardag",
    "Födelsedag",
    // French; in Portuguese only with this accent.
    "Anniversaire",
    "Aniversário",
    "Data de nascimento",
    "Date de naissance",
];
pub(super) const ANNIVERSARY: Names = &[
    "Anniversary",
    "Jahrestag",
    "Anniversaire de mariage ou fête",
    "Anniversaire de mariage",
    "Aniversario",
    "Anniversario",
    "Datas especiais",
    "Bodas",
    "Speciale datum",
    "Årsdag",
];
pub(super) const CATEGORIES: Names = &[
    "Categories",
    "Kategorien",
    "Catégories",
    "Categorías",
    "Categorie",
    "Categorias",
    "Categorieën",
    "Kategorier",
];
pub(super) const KEYWORDS: Names = &[
    "Keywords",
    "Stichwörter",
    "Mots clés",
    "Mots-clés",
    "Palabras clave",
    "Parole chiave",
    "Palavras-chave",
    "Trefwoorden",
    "Nyckelord",
];
pub(super) const NOTES: Names =
    &["Notes", "Notizen", "Notas", "Note", "Anotações", "Notities", "Anteckningar"];
pub(super) const WEB_PAGE: Names = &[
    "Web Page",
    "Personal Web Page",
    "Webseite",
    "Page Web",
    "Página Web",
    "Pagina Web",
    "Página da Web",
    "Webpagina",
    "Webbsida",
];
pub(super) const HOME_CITY: Names = &[
    "Home City",
    "Ort privat",
    "Ville (domicile)",
    "Ciudad de residencia",
    "Città (ab.)",
    "Cidade do endereço residencial",
    "Cidade (casa)",
    "Huisadres, plaats",
    "Ort, hem",
    "Hemort",
];
pub(super) const HOME_COUNTRY: Names = &[
    "Home Country/Region",
    "Home Country",
    "Land/Region privat",
    "Land privat",
    "Pays/Région (domicile)",
    "Pays (domicile)",
    "País o región de residencia",
    "País de residencia",
    "Paese (ab.)",
    "Paese/area geografica (ab.)",
    "País/Região do endereço residencial",
    "País (casa)",
    "Huisadres, land/regio",
    "Huisadres, land",
    "Land/region, hem",
    "Land, hem",
];
pub(super) const WORK_CITY: Names = &[
    "Business City",
    "Ort geschäftlich",
    "Ville (bureau)",
    "Ciudad de trabajo",
    "Ciudad del trabajo",
    "Città (uff.)",
    "Cidade do endereço comercial",
    "Cidade (emprego)",
    "Werkadres, plaats",
    "Ort, arbete",
];
pub(super) const WORK_COUNTRY: Names = &[
    "Business Country/Region",
    "Business Country",
    "Land/Region geschäftlich",
    "Land geschäftlich",
    "Pays/Région (bureau)",
    "Pays (bureau)",
    "País o región del trabajo",
    "País del trabajo",
    "Paese (uff.)",
    "Paese/area geografica (uff.)",
    "País/Região do endereço comercial",
    "País (emprego)",
    "Werkadres, land/regio",
    "Werkadres, land",
    "Land/region, arbete",
    "Land, arbete",
];
pub(super) const PLACE: Names = &[
    "Location",
    "Ort",
    "Emplacement",
    "Ubicación",
    "Luogo",
    "Local",
    "Localização",
    "Locatie",
    "Plats",
];
