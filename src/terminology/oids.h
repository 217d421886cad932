// SPDX-License-Identifier: Apache-2.0
// Object identifiers that Chinese shared documents and C-CDA use, and the nearest one to a
// misprint. An OID that is not known is not wrong: everybody may have his own.
#ifndef EMRLINT_TERMINOLOGY_OIDS_H_
#define EMRLINT_TERMINOLOGY_OIDS_H_

#include <string>
#include <string_view>

namespace emrlint {

namespace oids {
inline constexpr std::string_view kStayNumber = "2.16.156.10011.1.12";           // 住院号
inline constexpr std::string_view kMedicalRecordNumber = "2.16.156.10011.1.13";  // 病案号
inline constexpr std::string_view kOutpatientNumber = "2.16.156.10011.1.11";     // 门(急)诊号
inline constexpr std::string_view kIdentityCard = "2.16.156.10011.1.3";          // 身份证号
inline constexpr std::string_view kStaff = "2.16.156.10011.1.4";  // 医务人员编号
inline constexpr std::string_view kAuthor = "2.16.156.10011.1.7";
inline constexpr std::string_view kInstitution = "2.16.156.10011.1.5";
inline constexpr std::string_view kDepartment = "2.16.156.10011.1.26";
inline constexpr std::string_view kWard = "2.16.156.10011.1.27";
inline constexpr std::string_view kRoom = "2.16.156.10011.1.21";
inline constexpr std::string_view kBed = "2.16.156.10011.1.22";
inline constexpr std::string_view kDataElements = "2.16.156.10011.2.2.1";
inline constexpr std::string_view kFrontPageSet = "2.16.156.10011.2.2.4";
inline constexpr std::string_view kDocumentCodes = "2.16.156.10011.2.4";
inline constexpr std::string_view kIcd9Cm3 = "2.16.156.10011.2.3.3.12";
inline constexpr std::string_view kTcmDiagnoses = "2.16.156.10011.2.3.3.14";
inline constexpr std::string_view kLoinc = "2.16.840.1.113883.6.1";
inline constexpr std::string_view kSnomedCt = "2.16.840.1.113883.6.96";
inline constexpr std::string_view kIcd10Cm = "2.16.840.1.113883.6.90";
}  // namespace oids

bool is_known_oid(std::string_view oid);

// What the OID stands for; empty if it is not known.
std::string_view oid_name(std::string_view oid);

// Whether the OID is one of the code systems for ICD-10 that shared documents use.
bool is_icd10_oid(std::string_view oid);

// The known OID that differs by one typing error: a wrong, missing or additional character, or two
// neighbours swapped (165 for 156). Empty if the OID is known, or if none or several are that near:
// among dense numbers one digit off is no evidence of a misprint.
std::string nearest_known_oid(std::string_view oid);

}  // namespace emrlint

#endif  // EMRLINT_TERMINOLOGY_OIDS_H_
