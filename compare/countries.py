"""The countries of the world: their names, the words for their people, and their capitals.

All members of the United Nations, and lands that news names as often: one a line, from general knowledge. A name
in the table says what a word may mean, never who owns what. Standard library only; any stage may use it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

# names, the usual one first | words for the people, the adjective first | capital and its spellings
_TABLE = """
Afghanistan | Afghan | Kabul
Albania | Albanian | Tirana
Algeria | Algerian | Algiers
Andorra | Andorran | Andorra la Vella
Angola | Angolan | Luanda
Antigua and Barbuda | Antiguan, Barbudan | Saint John's
Argentina | Argentine, Argentinian, Argentinean | Buenos Aires
Armenia | Armenian | Yerevan
Australia | Australian | Canberra
Austria | Austrian | Vienna
Azerbaijan | Azerbaijani, Azeri | Baku
Bahamas | Bahamian | Nassau
Bahrain | Bahraini | Manama
Bangladesh | Bangladeshi | Dhaka
Barbados | Barbadian | Bridgetown
Belarus, Byelorussia | Belarusian, Belorussian, Belarussian | Minsk
Belgium | Belgian | Brussels
Belize | Belizean | Belmopan
Benin | Beninese | Porto-Novo
Bhutan | Bhutanese | Thimphu
Bolivia | Bolivian | La Paz, Sucre
Bosnia and Herzegovina, Bosnia, Bosnia-Herzegovina | Bosnian | Sarajevo
Botswana | Botswanan | Gaborone
Brazil | Brazilian | Brasilia, Brasília
Brunei | Bruneian | Bandar Seri Begawan
Bulgaria | Bulgarian | Sofia
Burkina Faso | Burkinabe, Burkinabé | Ouagadougou
Burundi | Burundian | Bujumbura, Gitega
Cambodia | Cambodian | Phnom Penh
Cameroon | Cameroonian | Yaounde, Yaoundé
Canada | Canadian | Ottawa
Cape Verde, Cabo Verde | Cape Verdean | Praia
Central African Republic | Central African | Bangui
Chad | Chadian | N'Djamena, Ndjamena
Chile | Chilean | Santiago
China, People's Republic of China, PRC | Chinese | Beijing, Peking
Colombia | Colombian | Bogota, Bogotá
Comoros | Comorian | Moroni
Democratic Republic of the Congo, Democratic Republic of Congo, DR Congo, DRC | | Kinshasa
Republic of the Congo, Congo-Brazzaville | | Brazzaville
Congo | Congolese |
Costa Rica | Costa Rican | San Jose, San José
Croatia | Croatian, Croat | Zagreb
Cuba | Cuban | Havana
Cyprus | Cypriot | Nicosia
Czech Republic, Czechia | Czech | Prague
Denmark | Danish, Dane | Copenhagen
Djibouti | Djiboutian |
Dominica | |Roseau
Dominican Republic | Dominican | Santo Domingo
East Timor, Timor-Leste | Timorese, East Timorese | Dili
Ecuador | Ecuadorian, Ecuadorean | Quito
Egypt | Egyptian | Cairo
El Salvador | Salvadoran, Salvadorean | San Salvador
Equatorial Guinea | Equatoguinean | Malabo
Eritrea | Eritrean | Asmara
Estonia | Estonian | Tallinn
Eswatini, Swaziland | Swazi | Mbabane
Ethiopia | Ethiopian | Addis Ababa
Fiji | Fijian | Suva
Finland | Finnish, Finn | Helsinki
France | French, Frenchman, Frenchmen, Frenchwoman, Frenchwomen | Paris
Gabon | Gabonese | Libreville
Gambia | Gambian | Banjul
Georgia | Georgian | Tbilisi
Germany, Federal Republic of Germany | German | Berlin
Ghana | Ghanaian | Accra
Greece | Greek | Athens
Grenada | Grenadian | Saint George's
Guatemala | Guatemalan | Guatemala City
Guinea | Guinean | Conakry
Guinea-Bissau | | Bissau
Guyana | Guyanese | Georgetown
Haiti | Haitian | Port-au-Prince
Honduras | Honduran | Tegucigalpa
Hungary | Hungarian | Budapest
Iceland | Icelandic, Icelander | Reykjavik, Reykjavík
India | Indian | New Delhi, Delhi
Indonesia | Indonesian | Jakarta
Iran, Islamic Republic of Iran, Islamic Republic | Iranian | Tehran, Teheran
Iraq | Iraqi | Baghdad
Ireland, Republic of Ireland, Irish Republic | Irish, Irishman, Irishmen, Irishwoman | Dublin
Israel | Israeli | Jerusalem, Tel Aviv
Italy | Italian | Rome
Ivory Coast, Côte d'Ivoire, Cote d'Ivoire | Ivorian | Yamoussoukro, Abidjan
Jamaica | Jamaican | Kingston
Japan | Japanese | Tokyo
Jordan | Jordanian | Amman
Kazakhstan | Kazakh, Kazakhstani | Astana, Nur-Sultan
Kenya | Kenyan | Nairobi
Kiribati | | Tarawa
Kosovo | Kosovar, Kosovan | Pristina
Kuwait | Kuwaiti | Kuwait City
Kyrgyzstan | Kyrgyz | Bishkek
Laos | Laotian, Lao | Vientiane
Latvia | Latvian | Riga
Lebanon | Lebanese | Beirut
Lesotho | Basotho | Maseru
Liberia | Liberian | Monrovia
Libya | Libyan | Tripoli
Liechtenstein | Liechtensteiner | Vaduz
Lithuania | Lithuanian | Vilnius
Luxembourg | Luxembourgish, Luxembourger |
Madagascar | Malagasy | Antananarivo
Malawi | Malawian | Lilongwe
Malaysia | Malaysian | Kuala Lumpur
Maldives | Maldivian |
Mali | Malian | Bamako
Malta | Maltese | Valletta
Marshall Islands | Marshallese | Majuro
Mauritania | Mauritanian | Nouakchott
Mauritius | Mauritian | Port Louis
Mexico | Mexican | Mexico City
Micronesia | Micronesian | Palikir
Moldova | Moldovan | Chisinau, Chişinău
Monaco | Monegasque, Monacan |
Mongolia | Mongolian, Mongol | Ulaanbaatar, Ulan Bator
Montenegro | Montenegrin | Podgorica
Morocco | Moroccan | Rabat
Mozambique | Mozambican | Maputo
Myanmar, Burma | Burmese | Naypyidaw, Rangoon, Yangon
Namibia | Namibian | Windhoek
Nauru | Nauruan | Yaren
Nepal | Nepali, Nepalese | Kathmandu
Netherlands, Holland | Dutch, Dutchman, Dutchmen, Dutchwoman | Amsterdam, The Hague, Hague
New Zealand | New Zealander | Wellington
Nicaragua | Nicaraguan | Managua
Niger | Nigerien | Niamey
Nigeria | Nigerian | Abuja
North Korea, Democratic People's Republic of Korea, DPRK | North Korean | Pyongyang
North Macedonia, Macedonia | Macedonian, North Macedonian | Skopje
Norway | Norwegian | Oslo
Oman | Omani | Muscat
Pakistan | Pakistani | Islamabad
Palau | Palauan | Ngerulmud
Palestine | Palestinian | Ramallah
Panama | Panamanian | Panama City
Papua New Guinea | Papua New Guinean | Port Moresby
Paraguay | Paraguayan | Asuncion, Asunción
Peru | Peruvian | Lima
Philippines | Filipino, Philippine, Filipina | Manila
Poland | Polish, Pole | Warsaw
Portugal | Portuguese | Lisbon
Qatar | Qatari | Doha
Romania | Romanian | Bucharest
Russia, Russian Federation | Russian | Moscow
Rwanda | Rwandan | Kigali
Saint Kitts and Nevis, St Kitts and Nevis | Kittitian | Basseterre
Saint Lucia, St Lucia | Saint Lucian | Castries
Saint Vincent and the Grenadines, St Vincent and the Grenadines | Vincentian | Kingstown
Samoa | Samoan | Apia
San Marino | Sammarinese |
Sao Tome and Principe, São Tomé and Príncipe | | Sao Tome
Saudi Arabia, Kingdom of Saudi Arabia | Saudi, Saudi Arabian | Riyadh
Senegal | Senegalese | Dakar
Serbia | Serbian, Serb | Belgrade
Seychelles | Seychellois | Victoria
Sierra Leone | Sierra Leonean | Freetown
Singapore | Singaporean |
Slovakia | Slovak, Slovakian | Bratislava
Slovenia | Slovenian, Slovene | Ljubljana
Solomon Islands | Solomon Islander | Honiara
Somalia | Somali, Somalian | Mogadishu
South Africa | South African | Pretoria
South Korea, Republic of Korea, ROK | South Korean | Seoul
South Sudan | South Sudanese | Juba
Spain | Spanish, Spaniard | Madrid
Sri Lanka | Sri Lankan | Colombo
Sudan | Sudanese | Khartoum
Suriname | Surinamese | Paramaribo
Sweden | Swedish, Swede | Stockholm
Switzerland | Swiss | Bern, Berne
Syria, Syrian Arab Republic | Syrian | Damascus
Taiwan, Republic of China | Taiwanese | Taipei
Tajikistan | Tajik, Tajikistani | Dushanbe
Tanzania | Tanzanian | Dodoma
Thailand | Thai | Bangkok
Togo | Togolese | Lome, Lomé
Tonga | Tongan | Nuku'alofa
Trinidad and Tobago, Trinidad | Trinidadian | Port of Spain
Tunisia | Tunisian | Tunis
Turkey, Türkiye, Turkiye | Turkish, Turk | Ankara
Turkmenistan | Turkmen | Ashgabat
Tuvalu | Tuvaluan | Funafuti
Uganda | Ugandan | Kampala
Ukraine | Ukrainian | Kyiv, Kiev
United Arab Emirates, UAE, Emirates | Emirati | Abu Dhabi
United Kingdom, UK, Britain, Great Britain | British, Briton, Brit | London
United States, US, USA, United States of America, America | American | Washington, Washington DC
Uruguay | Uruguayan | Montevideo
Uzbekistan | Uzbek | Tashkent
Vanuatu | Ni-Vanuatu | Port Vila
Vatican, Holy See, Vatican City | |
Venezuela | Venezuelan | Caracas
Vietnam, Viet Nam | Vietnamese | Hanoi
Yemen | Yemeni | Sanaa, Sana'a
Zambia | Zambian | Lusaka
Zimbabwe | Zimbabwean | Harare
Soviet Union, USSR | Soviet |
Yugoslavia | Yugoslav, Yugoslavian |
East Germany, German Democratic Republic, GDR | East German |
England | English, Englishman, Englishmen, Englishwoman |
Scotland | Scottish, Scot, Scotsman, Scotsmen, Scotswoman | Edinburgh
Wales | Welsh, Welshman, Welshmen, Welshwoman | Cardiff
Northern Ireland | Northern Irish | Belfast
Catalonia | Catalan | Barcelona
Crimea | Crimean | Simferopol
Gaza, Gaza Strip | Gazan | Gaza City
West Bank | |
Hong Kong | Hong Konger, Hongkonger |
Macau, Macao | Macanese |
Greenland | Greenlandic, Greenlander | Nuuk
Puerto Rico | Puerto Rican | San Juan
Tibet | Tibetan | Lhasa
Chechnya | Chechen | Grozny
Kurdistan | Kurdish, Kurd | Erbil
Somaliland | Somalilander | Hargeisa
Abkhazia | Abkhaz, Abkhazian | Sukhumi
Transnistria | Transnistrian | Tiraspol
Western Sahara | Sahrawi | Laayoune
Bermuda | Bermudian |
Gibraltar | Gibraltarian |
Europe | European |
Africa | African |
Asia | Asian |
Latin America | Latin American |
South America | South American |
North America | North American |
Middle East | Middle Eastern |
"""

_UNCHANGED = ("ese", "ish", "ch", "ss", "sh", "men", "women", "ois", "wazi")


def _rows() -> Iterator[tuple[str, list[str], list[str], list[str]]]:
    for line in _TABLE.strip().splitlines():
        names, people, capitals = (
            [form.strip() for form in cell.split(",") if form.strip()] for cell in line.split("|")
        )
        yield names[0].lower(), names, people, capitals


def _key(form: str) -> str:
    return form.lower().replace("’", "'")


@cache
def countries() -> dict[str, str]:
    """Every name of a country in lower case -> its usual name: "uae" -> "united arab emirates"."""
    return {_key(form): usual for usual, names, _, _ in _rows() for form in names}


@cache
def capitals() -> dict[str, str]:
    """Every name of a capital -> the usual name of its country: "kiev" -> "ukraine"."""
    return {_key(form): usual for usual, _, _, cities in _rows() for form in cities}


@cache
def peoples() -> dict[str, str]:
    """Every word for a people, singular and plural -> the usual name of its country: "finns" -> "finland"."""
    return {
        _key(form): usual
        for usual, _, people, _ in _rows()
        for word in people
        for form in ((word,) if word.endswith(_UNCHANGED) else (word, f"{word}s"))
        if _key(form) not in countries()  # Laos, the Philippines
    }


@cache
def adjectives() -> dict[str, str]:
    """Every word for a people -> the adjective for it: "finns" -> "finnish", "spaniard" -> "spanish"."""
    first = {usual: _key(people[0]) for usual, _, people, _ in _rows() if people}
    return {form: first[usual] for form, usual in peoples().items()}
