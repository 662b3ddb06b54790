//! What Outlook calls the columns that become remarks.

use super::columns::Names;

/// What has no place of its own and is kept as a remark, under this word.
pub(super) const REMARKS: &[(&str, Names)] = &[
    (
        "Spouse",
        &[
            "Spouse",
            "Partner",
            "Conjoint(e)",
            "Conjoint",
            "Cónyuge",
            "Coniuge",
            "Nome coniuge",
            "Cônjuge",
            "Make/maka",
            "Maka/make",
        ],
    ),
    (
        "Children",
        &["Children", "Kinder", "Enfants", "Hijos", "Figli", "Filhos", "Kinderen", "Barn"],
    ),
    (
        "Manager",
        &[
            "Manager's Name",
            "Name des/der Vorgesetzten",
            "Responsable",
            "Nombre del director",
            "Nome manager",
            "Nome do gerente",
            "Naam manager",
            "Chefens namn",
        ],
    ),
    (
        "Assistant",
        &[
            "Assistant's Name",
            "Assistent(in)",
            "Nom de l'assistant(e)",
            "Nombre del ayudante",
            "Nome assistente",
            "Nome do assistente",
            "Naam assistent",
            "Assistentens namn",
        ],
    ),
    (
        "Referred by",
        &[
            "Referred By",
            "Empfohlen von",
            "Recommandé par",
            "Referido por",
            "Presentato da",
            "Indicado por",
            "Verwezen door",
            "Rekommenderad av",
        ],
    ),
    (
        "Profession",
        &["Profession", "Beruf", "Profesión", "Professione", "Profissão", "Beroep", "Yrke"],
    ),
    ("Hobby", &["Hobby", "Hobbies", "Passe-temps", "Aficiones", "Passatempo", "Hobbyer"]),
    (
        "User 1",
        &[
            "User 1",
            "Benutzer 1",
            "Utilisateur 1",
            "Usuario 1",
            "Utente 1",
            "Usuário 1",
            "Gebruiker 1",
            "Användare 1",
        ],
    ),
    (
        "User 2",
        &[
            "User 2",
            "Benutzer 2",
            "Utilisateur 2",
            "Usuario 2",
            "Utente 2",
            "Usuário 2",
            "Gebruiker 2",
            "Användare 2",
        ],
    ),
    (
        "User 3",
        &[
            "User 3",
            "Benutzer 3",
            "Utilisateur 3",
            "Usuario 3",
            "Utente 3",
            "Usuário 3",
            "Gebruiker 3",
            "Användare 3",
        ],
    ),
    (
        "User 4",
        &[
            "User 4",
            "Benutzer 4",
            "Utilisateur 4",
            "Usuario 4",
            "Utente 4",
            "Usuário 4",
            "Gebruiker 4",
            "Användare 4",
        ],
    ),
];
